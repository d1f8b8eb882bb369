import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { writeLogoutResponse } from '#main/saml/logout/write-logout-response.ts'
import { messageId } from '#main/saml/message-id.ts'
import type { LogoutJudgement } from '#shared/model/message-judgement.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Connection } from '../connections/connection.ts'
import { serviceProviderNames } from '../connections/hand-out.ts'
import { samlConfigOf } from '../connections/saml-config.ts'
import { openServiceProviderKey } from '../connections/service-provider-key.ts'
import type { Tenant } from '../installation.ts'
import { minutesLater } from '../login/lifetimes.ts'

/** As long as a message is fresh, and the clocks' difference on both ends of it. */
const REMEMBERED_MINUTES = 15
const MESSAGE_ID_BYTES = 20
/** SAML Bindings §3.4.3. */
const MOST_RELAY_STATE_BYTES = 80

export type AnsweredLogout =
  /** `redirectUrl` carries our answer; undefined where the identity provider takes none. */
  { readonly kind: 'ended'; readonly redirectUrl: string | undefined } | { readonly kind: 'used-before' }

type Asked = NonNullable<LogoutJudgement['logout']>

/**
 * Ends what a LogoutRequest names of this connection's sessions, and nothing else. That none is left counts as done: it may
 * have ended before.
 * @param asked read from a message that holds
 */
export async function answerLogoutRequest(
  tenant: Tenant,
  connection: Connection,
  { asked, relayState, now }: { readonly asked: Asked; readonly relayState: string | undefined; readonly now: Date },
): Promise<AnsweredLogout> {
  const isNew = await endNamedSessions(tenant, connection, asked, now)
  return isNew
    ? { kind: 'ended', redirectUrl: writeAnswer(tenant, connection, { asked, relayState, now }) }
    : { kind: 'used-before' }
}

const endNamedSessions = ({ stores, random }: Tenant, { id: connectionId }: Connection, asked: Asked, now: Date) =>
  stores.inTransaction(async (inside) => {
    const assertionId = `logout ${asked.id}`
    const expiresAt = minutesLater(now, REMEMBERED_MINUTES).toISOString()
    if (!(await inside.usedAssertions.use({ connectionId, assertionId, expiresAt }))) return false
    const at = now.toISOString()
    const named = { connectionId, nameId: asked.nameId ?? '', indexes: asked.sessionIndexes, liveAt: at }
    for (const { id, userId } of await inside.sessions.namedBy(named)) {
      await inside.sessions.end(id, at)
      const actor = { kind: 'system', id: null } as const
      const details = { user: userId, connection: connectionId, because: 'identity-provider' }
      await recordEvent(inside, { actor, action: 'sso.session.ended', subjectId: id, details }, { now, random })
    }
    return true
  })

function writeAnswer(
  tenant: Tenant,
  connection: Connection,
  { asked, relayState, now }: { readonly asked: Asked; readonly relayState: string | undefined; readonly now: Date },
): string | undefined {
  const destination = samlConfigOf(connection).idpSloUrl
  const key = openServiceProviderKey(tenant, connection)
  if (destination === undefined || key === undefined) return undefined
  const xml = writeLogoutResponse({
    id: messageId(tenant.random(MESSAGE_ID_BYTES)),
    issueInstant: now,
    issuer: serviceProviderNames(connection, tenant).entityId,
    destination,
    inResponseTo: asked.id ?? '',
  })
  const echoed = Buffer.byteLength(relayState ?? '') > MOST_RELAY_STATE_BYTES ? null : (relayState ?? null)
  return encodeRedirect({
    destination,
    kind: 'SAMLResponse',
    xml,
    relayState: echoed,
    signWith: { key, hash: 'sha256' },
  })
}
