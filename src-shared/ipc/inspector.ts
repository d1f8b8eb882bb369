import { z } from 'zod'
import { ConnectionId } from '../model/ids.ts'
import { Inspection } from '../model/inspection.ts'
import { call, Nothing } from './declare.ts'

/** More than this is turned away before it leaves the window. */
export const MAXIMUM_INSPECTED_BYTES = 64 * 1024 * 1024

/** More than any chain of certificates takes. */
export const MAXIMUM_CERTIFICATE_BYTES = 1_000_000

export const inspectorIpc = {
  /**
   * Looks at it in a process beside the window; nothing of it is stored. Whatever was being looked at before is given up.
   * `connectionId`: by whose certificates, names and key it is judged; null where nobody is known.
   */
  inspect: call(z.object({ bytes: z.instanceof(Uint8Array), connectionId: ConnectionId.nullable() }), Inspection),
  /** Starts what inspecting needs, for whoever is about to paste something. */
  prepare: call(Nothing, Nothing),
  /** Gives up what is being looked at: its call ends with `inspector.stopped`. */
  cancel: call(Nothing, Nothing),
}
