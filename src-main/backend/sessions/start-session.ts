import { type ConnectionId, ID_BYTES, makeId, SessionId, type UserId } from '#shared/model/ids.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Tenant } from '../installation.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import type { SessionWay } from '../storage/sign-in-tables.ts'
import { HOUR, SESSION_HOURS } from './lifetimes.ts'

export interface SignedIn {
  readonly way: SessionWay
  readonly userId: UserId
  /** Left out where no identity provider vouched. */
  readonly connectionId?: ConnectionId
  readonly nameId?: string
  readonly nameIdFormat?: string | null
  readonly sessionIndex?: string | null
  readonly authnContext?: string | null
  /** The identity provider's own limit: ours never reaches beyond it. */
  readonly sessionEndsAt?: string | null
}

/** @returns the token once: only its digest is kept */
export async function startSession(
  { stores, random }: Pick<Tenant, 'stores' | 'random'>,
  signedIn: SignedIn,
  now: Date,
): Promise<{ sessionToken: string; expiresAt: Date }> {
  const sessionToken = tokenText(random(TOKEN_BYTES))
  const id = makeId(SessionId, 'sess', random(ID_BYTES))
  const { way, userId, connectionId = null, nameId = null, nameIdFormat = null, sessionIndex = null } = signedIn
  const { authnContext = null } = signedIn
  const expiresAt = endOf(signedIn, now)
  const at = now.toISOString()
  await stores.sessions.add({
    id,
    userId,
    tokenSha256: tokenSha256(sessionToken),
    way,
    connectionId,
    nameId,
    nameIdFormat,
    sessionIndex,
    authnContext,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: expiresAt.toISOString(),
  })
  const happening = { actor: { kind: 'user', id: userId }, action: 'sso.session.started', subjectId: id } as const
  await recordEvent(stores, { ...happening, details: { way, connection: connectionId } }, { now, random })
  return { sessionToken, expiresAt }
}

function endOf({ sessionEndsAt }: SignedIn, now: Date): Date {
  const ours = now.getTime() + SESSION_HOURS * HOUR
  return new Date(sessionEndsAt == null ? ours : Math.min(ours, Date.parse(sessionEndsAt)))
}
