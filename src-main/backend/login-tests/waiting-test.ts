import type { ConnectionId, FlowId } from '#shared/model/ids.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import { type Actor, recordEvent } from '../audit/record-event.ts'
import type { Connection } from '../connections/connection.ts'
import type { Random } from '../installation.ts'
import { Refused } from '../refusals/refused.ts'
import type { LoginFlow } from '../storage/stores/login-flows.ts'
import type { Stores } from '../storage/stores.ts'

export interface TestParams {
  readonly id: ConnectionId
  readonly testId: FlowId
}

/** Of this connection, in time, not judged yet. @throws {Refused} */
export async function findTest(stores: Stores, { id, testId }: TestParams, now: Date): Promise<LoginFlow> {
  const flow = await stores.loginFlows.byId(testId)
  const isThis = flow?.purpose === 'test' && flow.connectionId === id && flow.expiresAt > now.toISOString()
  if (flow === undefined || !isThis) throw new Refused('login-test.not-found')
  if (flow.consumedAt !== null) throw new Refused('login-test.judged')
  return flow
}

interface JudgedTest {
  readonly test: FlowId
  readonly connection: Connection
  readonly receipt: Receipt
}

/** Inside the transaction that uses the test up. */
export async function keepTest(
  stores: Stores,
  { test, connection, receipt }: JudgedTest,
  { actor, random, now }: { readonly actor: Actor; readonly random: Random; readonly now: Date },
): Promise<void> {
  await stores.receipts.add(connection.id, receipt)
  const details = { test, verdict: receipt.verdict }
  const happening = { actor, action: 'sso.test.judged', subjectId: connection.id, details } as const
  await recordEvent(stores, happening, { random, now })
}
