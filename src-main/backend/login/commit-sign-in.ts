import type { AcceptedLogin } from '#main/checks/judge-response.ts'
import type { AttemptId, UserId } from '#shared/model/ids.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Connection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import type { LoginFlow } from '../storage/stores/login-flows.ts'
import type { Stores } from '../storage/stores.ts'
import type { AcceptResult, RefusalReason } from './accept-result.ts'
import { applyOutcome } from './apply-outcome.ts'
import { decideOutcome } from './decide-outcome.ts'
import { HANDLE_SECONDS, secondsLater } from './lifetimes.ts'
import { readFacts } from './read-facts.ts'

type SignInTenant = Pick<Tenant, 'stores' | 'random'>

export interface JudgedSignIn {
  readonly attemptId: AttemptId
  readonly connection: Connection
  /** Undefined where the identity provider began. */
  readonly flow: LoginFlow | undefined
  readonly accepted: AcceptedLogin
  readonly now: Date
}

/**
 * The sign-in's one durable write: request and assertion are used up, the account is made or found, a one-time handle is
 * written, or none of it. Of many posts of one assertion exactly one gets through.
 */
export function commitSignIn(tenant: SignInTenant, signIn: JudgedSignIn): Promise<AcceptResult> {
  return tenant.stores.inTransaction(async (stores) => {
    const used = await useUp(stores, signIn)
    if (used !== undefined) return refuse(stores, signIn, used)
    const { accepted, connection, now } = signIn
    const facts = await readFacts(stores, connection, accepted.identity, now)
    const outcome = decideOutcome(facts)
    if (outcome.kind === 'refused') return refuse(stores, signIn, outcome.because)
    if (outcome.kind === 'offered') return refuse(stores, signIn, 'no-account')
    const { identity } = accepted
    const userId = await applyOutcome(stores, outcome, facts, { connection, identity, now, random: tenant.random })
    if (outcome.kind !== 'known') {
      const action = outcome.kind === 'linked' ? 'sso.user.linked' : 'sso.user.created'
      const details = { connection: connection.id, role: outcome.role }
      await recordEvent(stores, { actor: system, action, subjectId: userId, details }, { ...tenant, now })
    }
    await recordAttempt(stores, signIn, userId, null)
    return { kind: 'accepted', handle: await writeHandle(stores, tenant, signIn, userId) }
  })
}

const system = { kind: 'system', id: null } as const

async function useUp(stores: Stores, signIn: JudgedSignIn): Promise<RefusalReason | undefined> {
  const { flow, accepted, connection, now } = signIn
  if (flow !== undefined && !(await stores.loginFlows.consume(flow.id, now.toISOString()))) return 'flow-used'
  const isNew = await stores.usedAssertions.use({
    connectionId: connection.id,
    assertionId: accepted.assertionId,
    expiresAt: new Date(accepted.usableUntil).toISOString(),
  })
  return isNew ? undefined : 'assertion-used'
}

async function writeHandle(
  stores: Stores,
  { random }: SignInTenant,
  signIn: JudgedSignIn,
  userId: UserId,
): Promise<string> {
  const { attemptId, connection, flow, accepted, now } = signIn
  const handle = tokenText(random(TOKEN_BYTES))
  await stores.signInHandles.add({
    handleSha256: tokenSha256(handle),
    purpose: 'finish',
    userId,
    connectionId: connection.id,
    browserSha256: flow?.browserSha256 ?? null,
    attemptId,
    nameId: accepted.identity.nameId,
    sessionIndex: accepted.identity.sessionIndex,
    sessionEndsAt: accepted.sessionEndsAt === null ? null : new Date(accepted.sessionEndsAt).toISOString(),
    expiresAt: secondsLater(now, HANDLE_SECONDS).toISOString(),
  })
  return handle
}

async function refuse(stores: Stores, signIn: JudgedSignIn, reason: RefusalReason): Promise<AcceptResult> {
  await recordAttempt(stores, signIn, null, reason)
  return { kind: 'refused', attemptId: signIn.attemptId, reason }
}

const recordAttempt = (
  stores: Stores,
  { attemptId, connection, flow, now }: JudgedSignIn,
  userId: UserId | null,
  reason: RefusalReason | null,
) =>
  stores.signInAttempts.add({
    id: attemptId,
    connectionId: connection.id,
    flowId: flow?.id ?? null,
    userId,
    at: now.toISOString(),
    result: reason === null ? 'accepted' : 'refused',
    reason,
    codes: [],
  })
