import type { z } from 'zod'
import { receiptBody } from '#main/evidence/receipt/receipt-body.ts'
import { signReceipt } from '#main/evidence/receipt/sign-receipt.ts'
import type { TriedChange } from '#shared/http-api/change-trial.ts'
import type { JudgedOidcLogin } from '#shared/http-api/login-test.ts'
import type { AdminContext } from '../admin-context.ts'
import { tryChange } from '../connections/try-change.ts'
import { predictOutcome } from '../login/predict-outcome.ts'
import { loginSecrets } from '../openid/login-secrets.ts'
import { openidIdentity } from '../openid/openid-identity.ts'
import { redeemAndJudge } from '../openid/redeem-and-judge.ts'
import { Refused } from '../refusals/refused.ts'
import { tokenSha256 } from '../secrets/tokens.ts'
import { findTestable, type Testable, testable } from './find-testable.ts'
import { orRefuse } from './or-refuse.ts'
import { findTest, keepTest, type TestParams } from './waiting-test.ts'

interface Caught {
  readonly callback: string
}

type Judged = z.input<typeof JudgedOidcLogin>

/**
 * Redeems the code as a sign-in would and judges what came of it, says what a sign-in would have done, and vouches for it with a
 * receipt. No session, no user (B50). A test is judged once.
 * @throws {Refused}
 */
export const judgeOpenidTest = async (context: AdminContext, params: TestParams, caught: Caught): Promise<Judged> =>
  judgeTestOf(context, await findTestable(context.tenant, params.id), params, caught)

/** With the same change as it was begun with: for any other the configuration is another one. @throws {Refused} */
export async function judgeOpenidChangeTest(
  context: AdminContext,
  params: TestParams,
  { change, ...caught }: Caught & { readonly change: TriedChange },
): Promise<Judged> {
  const tried = testable(context.tenant, await tryChange(context, params.id, change))
  return judgeTestOf(context, tried, params, caught)
}

async function judgeTestOf(
  { tenant, actor, now }: AdminContext,
  { connection, configurationSha256 }: Testable,
  params: TestParams,
  { callback: text }: Caught,
): Promise<Judged> {
  if (connection.type !== 'oidc') throw new Refused('login-test.oidc-only')
  const flow = await findTest(tenant.stores, params, now)
  if (flow.configurationSha256 !== configurationSha256) throw new Refused('login-test.configuration-changed')
  const callback = new URLSearchParams(text)
  const states = callback.getAll('state')
  const [state = ''] = states
  // A sign-in finds its flow by the state alone: a test that let another one pass would promise what does not hold.
  if (states.length !== 1 || tokenSha256(state) !== flow.relayStateSha256) {
    throw new Refused('login-test.state', { field: 'callback' })
  }
  // A code is redeemed once: so is the test, whatever comes of it.
  if (!(await tenant.stores.loginFlows.consume(flow.id, now.toISOString()))) throw new Refused('login-test.judged')
  const secrets = loginSecrets(tenant.sealer, state, flow.id)
  const judged = await orRefuse(() => redeemAndJudge(tenant, connection, { callback, secrets }, now))
  const { judgement, exchanges, tokenResponse } = judged
  const tested = { configurationSha256, judgement, message: tokenResponse ?? text, testedAt: now }
  const receipt = signReceipt(receiptBody(tested, tenant.receiptKey), tenant.receiptKey)
  return tenant.stores.inTransaction(async (stores) => {
    await keepTest(stores, { test: flow.id, connection, receipt }, { actor, random: tenant.random, now })
    const { identity } = judgement
    const outcome = identity && (await predictOutcome(stores, connection, openidIdentity(connection, identity), now))
    return { judgement, exchanges: exchanges.map(plain), outcome, receipt }
  })
}

/** What it shows is computed when it is looked at. */
const plain = ({
  method,
  url,
  headers,
  form,
  answer,
  failure,
}: Awaited<ReturnType<typeof redeemAndJudge>>['exchanges'][number]) => ({
  ...{ method, url, failure, headers: { ...headers } },
  form: form && { ...form },
  answer: answer && { ...answer, headers: { ...answer.headers } },
})
