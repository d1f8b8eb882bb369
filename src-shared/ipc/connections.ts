import { z } from 'zod'
import { Connection, Intake } from '../model/connection.ts'
import { ConnectionId } from '../model/ids.ts'
import { JudgingPolicy } from '../model/policy.ts'
import { ClaimMapping } from '../model/profile.ts'
import { call, event, Nothing } from './declare.ts'

const WithId = z.object({ id: ConnectionId })

export const connectionsIpc = {
  list: call(Nothing, z.array(Connection)),
  get: call(WithId, Connection),
  create: call(z.object({ intake: Intake }), Connection),
  changeIntake: call(WithId.extend({ intake: Intake }), Connection),
  changeMapping: call(WithId.extend({ mapping: ClaimMapping }), Connection),
  changePolicy: call(WithId.extend({ policy: JudgingPolicy }), Connection),
  /** The connection and its runs go to the bin; `restore` brings them back until the app quits. */
  remove: call(WithId, Nothing),
  restore: call(WithId, Connection),
  changed: event(Connection),
  removed: event(WithId),
}
