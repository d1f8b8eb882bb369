import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { writeLogoutRequest } from '#main/saml/logout/write-logout-request.ts'
import { messageId } from '#main/saml/message-id.ts'
import { FlowId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import { findConnectionIn } from '../connections/connection.ts'
import { serviceProviderNames } from '../connections/hand-out.ts'
import { samlConfigOf } from '../connections/saml-config.ts'
import { openServiceProviderKey } from '../connections/service-provider-key.ts'
import type { Tenant } from '../installation.ts'
import { FLOW_MINUTES, minutesLater } from '../login/lifetimes.ts'
import { beginOpenidLogout } from '../openid/begin-openid-logout.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import type { SessionRecord } from '../storage/stores/sessions.ts'

const MESSAGE_ID_BYTES = 20

/**
 * Asks the identity provider to end its session too. Ours has ended before: whatever becomes of the question, nobody stays
 * signed in here.
 * @returns where the browser goes on; undefined where the identity provider has no logout URL, or none vouched
 */
export async function beginLogout(tenant: Tenant, session: SessionRecord, now: Date): Promise<string | undefined> {
  const { stores, random } = tenant
  const { connectionId, nameId, nameIdFormat, sessionIndex } = session
  if (connectionId === null || nameId === null) return undefined
  const connection = await findConnectionIn(stores, connectionId, 'published')
  if (connection === undefined || !connection.enabled) return undefined
  if (connection.type === 'oidc') return beginOpenidLogout(tenant, connection, { nameId, sessionIndex }, now)
  const destination = samlConfigOf(connection).idpSloUrl
  const key = openServiceProviderKey(tenant, connection)
  if (destination === undefined || key === undefined) return undefined
  const requestId = messageId(random(MESSAGE_ID_BYTES))
  const relayState = tokenText(random(TOKEN_BYTES))
  await stores.loginFlows.add({
    id: makeId(FlowId, 'flow', random(ID_BYTES)),
    connectionId,
    purpose: 'sign-out',
    requestId,
    relayStateSha256: tokenSha256(relayState),
    browserSha256: null,
    configurationSha256: null,
    createdAt: now.toISOString(),
    expiresAt: minutesLater(now, FLOW_MINUTES).toISOString(),
  })
  const xml = writeLogoutRequest({
    id: requestId,
    issueInstant: now,
    issuer: serviceProviderNames(connection, tenant).entityId,
    destination,
    nameId: { value: nameId, format: nameIdFormat },
    sessionIndex,
  })
  return encodeRedirect({ destination, kind: 'SAMLRequest', xml, relayState, signWith: { key, hash: 'sha256' } })
}
