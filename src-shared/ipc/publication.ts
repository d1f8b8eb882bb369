import { z } from 'zod'
import { Connection } from '../model/connection.ts'
import { ConnectionId } from '../model/ids.ts'
import { call } from './declare.ts'

const For = z.object({ connectionId: ConnectionId })

/** To the running tenant backend, over its admin API. */
export const publicationIpc = {
  /** The backend makes its own key, entity ID and ACS URL; nothing is live yet. */
  createDraft: call(For, Connection),
  /** Exactly what was tested, with the test's receipt. */
  publish: call(For, Connection),
  setEnabled: call(For.extend({ enabled: z.boolean() }), Connection),
}
