import { z } from 'zod'
import { Connection } from '../model/connection.ts'
import { ConnectionId } from '../model/ids.ts'
import { PublicationComparison } from '../model/publication-comparison.ts'
import { call } from './declare.ts'

const For = z.object({ connectionId: ConnectionId })

/** To the running tenant backend, over its admin API. */
export const publicationIpc = {
  /** The backend makes its own key, entity ID and ACS URL; nothing is live yet. */
  createDraft: call(For, Connection),
  /** Exactly what was tested: a draft with the test's receipt, or a tested change of what is published. */
  publish: call(For, Connection),
  /** What is live beside what this computer has, and what was live before; of a published connection. */
  compare: call(For, PublicationComparison),
  /** Back to what was live before the last change. The reason goes over a test that the sign-in rules want. */
  undo: call(For.extend({ reason: z.string().trim().min(3).max(500).optional() }), Connection),
  setEnabled: call(For.extend({ enabled: z.boolean() }), Connection),
}
