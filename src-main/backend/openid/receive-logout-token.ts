import { judgeLogoutToken } from '#main/checks/judge-logout-token.ts'
import { DEFAULT_CLOCK_SKEW_SECONDS } from '#shared/model/clock-skew.ts'
import { AttemptId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { LogoutTokenJudgement } from '#shared/model/token-judgement.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Connection } from '../connections/connection.ts'
import { oidcConfigOf } from '../connections/oidc-config.ts'
import type { Tenant } from '../installation.ts'
import { minutesLater } from '../login/lifetimes.ts'
import type { Stores } from '../storage/stores.ts'
import { keyIdOf } from './key-id-of.ts'
import { openidName } from './openid-identity.ts'
import { ProviderUnusable } from './provider-unusable.ts'

export type LogoutTokenResult =
  /** Whatever it named is over; that none was left counts as done. */
  | { readonly kind: 'ended'; readonly sessions: number }
  /** Nothing was ended. */
  | { readonly kind: 'refused'; readonly attemptId: AttemptId; readonly reason: string }

/** As long as a token is fresh, and the clocks' difference on both ends of it. */
const REMEMBERED_MINUTES = 15

type Asked = NonNullable<LogoutTokenJudgement['logout']>

/**
 * Back-channel logout (OpenID Connect Back-Channel Logout 1.0): ends what the token names of this connection's sessions, by
 * session, by person, or both. Judged strictly whatever the connection is exempted from; a token is good once.
 * @param connection published and enabled: the caller has looked
 */
export async function receiveLogoutToken(
  tenant: Tenant,
  connection: Connection,
  token: string,
  now: Date,
): Promise<LogoutTokenResult> {
  const judgement = await judge(tenant, connection, token, now)
  if (judgement instanceof ProviderUnusable) {
    return refuse(tenant, connection, { reason: `provider-${judgement.reason}`, codes: judgement.codes, now })
  }
  const { verdict, logout, findings } = judgement
  if (verdict !== 'accepted' || logout === null) {
    const codes = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    return refuse(tenant, connection, { reason: 'sign-out-refused', codes, now })
  }
  const sessions = await endNamed(tenant, connection, logout, now)
  if (sessions === 'seen') {
    return refuse(tenant, connection, { reason: 'sign-out-used', codes: ['oidc.logout.seen'], now })
  }
  return { kind: 'ended', sessions }
}

async function judge(tenant: Tenant, connection: Connection, token: string, now: Date) {
  try {
    const client = await tenant.openid.clientOf(tenant, connection, now)
    const { keys } = await client.keysFor(keyIdOf(token), now)
    const { clientId, signingAlgorithm, tenants } = oidcConfigOf(connection)
    return await judgeLogoutToken(token, {
      now,
      policy: { mode: 'strict', clockSkewSeconds: DEFAULT_CLOCK_SKEW_SECONDS },
      provider: {
        ...{ issuer: connection.issuer ?? undefined, tenants, keys },
        signingAlgorithms: client.signingAlgorithms,
      },
      client: { id: clientId, secret: undefined, signingAlgorithm, decryptionKeys: [] },
      // Two that come at once are told apart by the store alone.
      wasUsed: undefined,
      stopwatch: undefined,
    })
  } catch (error) {
    if (error instanceof ProviderUnusable) return error
    throw error
  }
}

const endNamed = ({ stores, random }: Tenant, connection: Connection, asked: Asked, now: Date) =>
  stores.inTransaction(async (inside) => {
    const { id: connectionId } = connection
    const assertionId = `logout ${asked.id}`
    const expiresAt = minutesLater(now, REMEMBERED_MINUTES).toISOString()
    if (!(await inside.usedAssertions.use({ connectionId, assertionId, expiresAt }))) return 'seen'
    const named = await namedBy(inside, connection, asked, now)
    for (const { id, userId } of named) {
      await inside.sessions.end(id, now.toISOString())
      const details = { user: userId, connection: connectionId, because: 'identity-provider' }
      const actor = { kind: 'system', id: null } as const
      await recordEvent(inside, { actor, action: 'sso.session.ended', subjectId: id, details }, { now, random })
    }
    return named.length
  })

/** Of that session; where we were never told its name, or only the person is named, all of the person's. */
async function namedBy(stores: Stores, connection: Connection, { issuer, subject, sessionId }: Asked, now: Date) {
  const connectionId = connection.id
  const liveAt = now.toISOString()
  const nameId = subject === null ? undefined : openidName(connection, issuer, subject)
  if (sessionId !== null) {
    const found = await stores.sessions.namedBy({ connectionId, nameId, indexes: [sessionId], liveAt })
    if (found.length > 0 || nameId === undefined) return found
  }
  const ofPerson = await stores.sessions.namedBy({ connectionId, nameId, indexes: [], liveAt })
  return sessionId === null ? ofPerson : ofPerson.filter(({ sessionIndex }) => sessionIndex === null)
}

interface Refusal {
  readonly reason: string
  readonly codes: readonly string[]
  readonly now: Date
}

async function refuse(
  { stores, random }: Tenant,
  connection: Connection,
  { reason, codes, now }: Refusal,
): Promise<LogoutTokenResult> {
  const attemptId = makeId(AttemptId, 'att', random(ID_BYTES))
  await stores.signInAttempts.add({
    ...{ id: attemptId, connectionId: connection.id, flowId: null, userId: null, at: now.toISOString() },
    ...{ result: 'refused', reason, codes },
  })
  return { kind: 'refused', attemptId, reason }
}
