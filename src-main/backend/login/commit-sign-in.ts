import type { AcceptedLogin } from '#main/checks/judge-response.ts'
import type { AttemptId, UserId } from '#shared/model/ids.ts'
import type { Connection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import type { LoginFlow } from '../storage/stores/login-flows.ts'
import type { Stores } from '../storage/stores.ts'
import type { AcceptResult, RefusalReason } from './accept-result.ts'
import { admit } from './admit.ts'
import { authenticationOf } from './authentication-of.ts'
import { CONFIRM_MINUTES, HANDLE_SECONDS, minutesLater, secondsLater } from './lifetimes.ts'
import { readFacts } from './read-facts.ts'

type SignInTenant = Pick<Tenant, 'stores' | 'random'>

export interface JudgedSignIn {
  readonly attemptId: AttemptId
  readonly connection: Connection
  /** Undefined where the identity provider began; used up here unless that was done before. */
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
    const { identity } = accepted
    const admitted = await admit(stores, facts, { connection, identity, now, random: tenant.random })
    if (admitted.kind === 'refused') return refuse(stores, signIn, admitted.because)
    if (admitted.kind === 'offered') return { kind: 'offered', handle: await writeOffer(stores, tenant, signIn) }
    const { userId } = admitted
    await recordAttempt(stores, signIn, userId, null)
    return { kind: 'accepted', handle: await writeHandle(stores, tenant, signIn, userId) }
  })
}

async function useUp(stores: Stores, signIn: JudgedSignIn): Promise<RefusalReason | undefined> {
  const { flow, accepted, connection, now } = signIn
  const waits = flow !== undefined && flow.consumedAt === null
  if (waits && !(await stores.loginFlows.consume(flow.id, now.toISOString()))) return 'flow-used'
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
    nameIdFormat: accepted.identity.nameIdFormat,
    sessionIndex: accepted.identity.sessionIndex,
    authnContext: authenticationOf(accepted.identity),
    sessionEndsAt: endOf(accepted),
    expiresAt: secondsLater(now, HANDLE_SECONDS).toISOString(),
  })
  return handle
}

/** The person is asked first whether they want an account. */
async function writeOffer(stores: Stores, { random }: SignInTenant, signIn: JudgedSignIn): Promise<string> {
  const { attemptId, connection, flow, accepted, now } = signIn
  const handle = tokenText(random(TOKEN_BYTES))
  await stores.accountOffers.add({
    handleSha256: tokenSha256(handle),
    connectionId: connection.id,
    browserSha256: flow?.browserSha256 ?? null,
    attemptId,
    identity: JSON.stringify(accepted.identity),
    sessionEndsAt: endOf(accepted),
    expiresAt: minutesLater(now, CONFIRM_MINUTES).toISOString(),
  })
  return handle
}

const endOf = ({ sessionEndsAt }: AcceptedLogin): string | null =>
  sessionEndsAt === null ? null : new Date(sessionEndsAt).toISOString()

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
