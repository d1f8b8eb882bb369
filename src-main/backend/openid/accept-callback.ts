import { AttemptId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { TokenJudgement } from '#shared/model/token-judgement.ts'
import type { Connection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import type { AcceptResult, RefusalReason } from '../login/accept-result.ts'
import { commitSignIn } from '../login/commit-sign-in.ts'
import { FLOW_MINUTES, minutesLater } from '../login/lifetimes.ts'
import { tokenSha256 } from '../secrets/tokens.ts'
import type { LoginFlow } from '../storage/stores/login-flows.ts'
import { keepIdToken } from './kept-id-token.ts'
import { loginSecrets } from './login-secrets.ts'
import { openidIdentity } from './openid-identity.ts'
import { ProviderUnusable } from './provider-unusable.ts'
import { type JudgedCallback, redeemAndJudge } from './redeem-and-judge.ts'

export interface Returned {
  /** The query, every parameter as it came. */
  readonly callback: URLSearchParams
  /** SHA-256 of this browser's pre-login cookie. */
  readonly browserSha256: string
}

/**
 * A browser that came back from the provider. The flow is found by the state alone, of this connection and this browser, and used
 * up before the code is redeemed: whatever comes of it, the same address works once. Refused on any finding of severity error.
 * @param connection published and enabled: the caller has looked
 */
export async function acceptCallback(
  tenant: Tenant,
  connection: Connection,
  { callback, browserSha256 }: Returned,
  now: Date,
): Promise<AcceptResult> {
  const attemptId = makeId(AttemptId, 'att', tenant.random(ID_BYTES))
  const states = callback.getAll('state')
  const [state = ''] = states
  const flow = states.length === 1 ? await waitingFlow(tenant, connection, state, now) : undefined
  const refuse = (reason: RefusalReason, codes: readonly string[] = []) =>
    recordRefusal(tenant, connection, { attemptId, flow, reason, codes, now })
  if (flow === undefined) return refuse('flow-unknown')
  if (flow.browserSha256 !== browserSha256) return refuse('flow-of-other-browser')
  if (!(await tenant.stores.loginFlows.consume(flow.id, now.toISOString()))) return refuse('flow-used')
  const judged = await judge(
    tenant,
    connection,
    { callback, secrets: loginSecrets(tenant.sealer, state, browserSha256) },
    now,
  )
  if (judged instanceof ProviderUnusable) return refuse(`provider-${judged.reason}`, judged.codes)
  const { judgement } = judged
  if (judgement.verdict !== 'accepted' || judgement.identity === null) {
    return refuse(reasonOf(judgement, callback), errorsOf(judgement))
  }
  const identity = openidIdentity(connection, judgement.identity)
  const { nameId, sessionIndex } = identity
  if (judged.idToken !== undefined && judged.offersLogout) {
    await keepIdToken(tenant, { connectionId: connection.id, nameId, sessionIndex }, judged.idToken, now)
  }
  return commitSignIn(tenant, {
    attemptId,
    connection,
    flow: { ...flow, consumedAt: now.toISOString() },
    accepted: {
      identity,
      // The code stands for the login: no other one may come of it.
      assertionId: `code ${tokenSha256(callback.get('code') ?? '')}`,
      usableUntil: minutesLater(now, FLOW_MINUTES).getTime(),
      sessionEndsAt: null,
    },
    now,
  })
}

async function judge(...asked: Parameters<typeof redeemAndJudge>): Promise<JudgedCallback | ProviderUnusable> {
  try {
    return await redeemAndJudge(...asked)
  } catch (error) {
    if (error instanceof ProviderUnusable) return error
    throw error
  }
}

/** Of this connection, waiting, in time. */
async function waitingFlow({ stores }: Tenant, { id }: Connection, state: string, now: Date) {
  const flow = await stores.loginFlows.byRelayState(tokenSha256(state))
  const fits = flow?.connectionId === id && flow.purpose === 'sign-in'
  return fits && flow.consumedAt === null && flow.expiresAt > now.toISOString() ? flow : undefined
}

function reasonOf({ verdict, findings }: TokenJudgement, callback: URLSearchParams): RefusalReason {
  if (callback.has('error') && !callback.has('code')) return 'provider-declined'
  if (findings.some(({ code }) => code === 'oidc.token-response.unreached')) return 'provider-unreached'
  return verdict === 'rejected' ? 'response-refused' : 'response-undecided'
}

const errorsOf = ({ findings }: TokenJudgement) =>
  findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)

interface Refusal {
  readonly attemptId: AttemptId
  readonly flow: LoginFlow | undefined
  readonly reason: RefusalReason
  readonly codes: readonly string[]
  readonly now: Date
}

export async function recordRefusal(
  { stores }: Pick<Tenant, 'stores'>,
  connection: Connection,
  { attemptId, flow, reason, codes, now }: Refusal,
): Promise<AcceptResult> {
  await stores.signInAttempts.add({
    id: attemptId,
    connectionId: connection.id,
    flowId: flow?.id ?? null,
    userId: null,
    at: now.toISOString(),
    result: 'refused',
    reason,
    codes,
  })
  return { kind: 'refused', attemptId, reason }
}
