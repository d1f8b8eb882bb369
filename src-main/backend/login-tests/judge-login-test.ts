import { judgeResponse } from '#main/checks/judge-response.ts'
import { receiptBody } from '#main/evidence/receipt/receipt-body.ts'
import { signReceipt } from '#main/evidence/receipt/sign-receipt.ts'
import { BindingRefused } from '#main/saml/binding/binding-refused.ts'
import { decodePost } from '#main/saml/binding/post-binding.ts'
import type { TriedChange } from '#shared/http-api/change-trial.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import type { AdminContext } from '../admin-context.ts'
import { tryChange } from '../connections/try-change.ts'
import { requestedBy } from '../login/find-flow.ts'
import { predictOutcome } from '../login/predict-outcome.ts'
import { responseContext } from '../login/response-context.ts'
import { Refused } from '../refusals/refused.ts'
import { tokenSha256 } from '../secrets/tokens.ts'
import type { LoginFlow } from '../storage/stores/login-flows.ts'
import { findTestable, type Testable, testable } from './find-testable.ts'
import { findTest, keepTest, type TestParams } from './waiting-test.ts'

export interface JudgedLoginTest {
  judgement: ResponseJudgement
  outcome: Outcome | null
  receipt: Receipt
}

interface Caught {
  readonly samlResponse: string
  readonly relayState: string | null
}

/**
 * Judges what the identity provider posted as a sign-in would, says what a sign-in would have done, and vouches for it with a
 * receipt. No session, no user (B50). A test is judged once.
 * @throws {Refused}
 */
export const judgeLoginTest = async (
  context: AdminContext,
  params: TestParams,
  caught: Caught,
): Promise<JudgedLoginTest> => judgeTestOf(context, await findTestable(context.tenant, params.id), params, caught)

/** With the same change as it was begun with: for any other the configuration is another one. @throws {Refused} */
export async function judgeChangeTest(
  context: AdminContext,
  params: TestParams,
  { change, ...caught }: Caught & { readonly change: TriedChange },
): Promise<JudgedLoginTest> {
  const tried = testable(context.tenant, await tryChange(context, params.id, change))
  return judgeTestOf(context, tried, params, caught)
}

async function judgeTestOf(
  { tenant, actor, now }: AdminContext,
  { connection, configurationSha256 }: Testable,
  params: TestParams,
  caught: Caught,
): Promise<JudgedLoginTest> {
  const flow = await findTest(tenant.stores, params, now)
  return judgeFlow({ tenant, actor, now }, { connection, configurationSha256 }, flow, caught)
}

/** @param flow that waits, of a test of this connection. @throws {Refused} */
export async function judgeFlow(
  { tenant, actor, now }: Pick<AdminContext, 'tenant' | 'actor' | 'now'>,
  { connection, configurationSha256 }: Testable,
  flow: LoginFlow,
  caught: Caught,
): Promise<JudgedLoginTest> {
  if (connection.type !== 'saml') throw new Refused('login-test.saml-only')
  if (flow.configurationSha256 !== configurationSha256) throw new Refused('login-test.configuration-changed')
  // A sign-in finds its flow by RelayState alone: a test that let another one pass would promise what does not hold.
  if (tokenSha256(caught.relayState ?? '') !== flow.relayStateSha256) {
    throw new Refused('login-test.relay-state', { field: 'relayState' })
  }
  const message = readMessage(caught.samlResponse)
  const solicitation = requestedBy(flow)
  const judgement = judgeResponse(message, responseContext(tenant, connection, solicitation, now))
  const tested = { configurationSha256, judgement, message, testedAt: now }
  const receipt = signReceipt(receiptBody(tested, tenant.receiptKey), tenant.receiptKey)
  return tenant.stores.inTransaction(async (stores) => {
    if (!(await stores.loginFlows.consume(flow.id, now.toISOString()))) throw new Refused('login-test.judged')
    await keepTest(stores, { test: flow.id, connection, receipt }, { actor, random: tenant.random, now })
    const { identity } = judgement
    return { judgement, outcome: identity && (await predictOutcome(stores, connection, identity, now)), receipt }
  })
}

function readMessage(samlResponse: string): Uint8Array {
  try {
    return decodePost(samlResponse)
  } catch (cause) {
    if (!(cause instanceof BindingRefused)) throw cause
    const code = cause.reason === 'too-large' ? 'login-test.message-too-large' : 'login-test.message-unreadable'
    throw new Refused(code, { field: 'samlResponse' }, { cause })
  }
}
