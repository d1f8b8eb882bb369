import { endSessionUrl } from '#main/oidc/relying-party/end-session-url.ts'
import { FlowId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import { postLogoutRedirectUri } from '../connections/addresses.ts'
import type { Connection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import { FLOW_MINUTES, minutesLater } from '../login/lifetimes.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import { takeIdToken } from './kept-id-token.ts'
import { ProviderUnusable } from './provider-unusable.ts'

interface Ended {
  readonly nameId: string
  readonly sessionIndex: string | null
}

/**
 * Where the browser goes to end its session at the provider too (OpenID Connect RP-Initiated Logout §2). Ours has ended before.
 * @returns undefined where the provider offers no logout, or does not answer
 */
export async function beginOpenidLogout(
  tenant: Tenant,
  connection: Connection,
  { nameId, sessionIndex }: Ended,
  now: Date,
): Promise<string | undefined> {
  const { random, stores, publicUrl } = tenant
  const idToken = await takeIdToken(tenant, { connectionId: connection.id, nameId, sessionIndex })
  const client = await tenant.openid.clientOf(tenant, connection, now).catch((error: unknown) => {
    if (error instanceof ProviderUnusable) return undefined
    throw error
  })
  const state = tokenText(random(TOKEN_BYTES))
  const returnTo = postLogoutRedirectUri(publicUrl, connection.id)
  const url = client && endSessionUrl(client.party, { idToken, returnTo, state })
  if (url === undefined) return undefined
  const id = makeId(FlowId, 'flow', random(ID_BYTES))
  await stores.loginFlows.add({
    ...{ id, connectionId: connection.id, purpose: 'sign-out', requestId: id },
    ...{ relayStateSha256: tokenSha256(state), browserSha256: null, configurationSha256: null },
    createdAt: now.toISOString(),
    expiresAt: minutesLater(now, FLOW_MINUTES).toISOString(),
  })
  return url
}
