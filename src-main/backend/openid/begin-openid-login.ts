import { beginLoginWith } from '#main/oidc/relying-party/begin-login.ts'
import { FlowId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { Connection } from '../connections/connection.ts'
import { oidcSettings } from '../connections/oidc-config.ts'
import type { Tenant } from '../installation.ts'
import { FLOW_MINUTES, minutesLater } from '../login/lifetimes.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import type { LoginFlow } from '../storage/stores/login-flows.ts'
import { isGoogle } from './google.ts'
import { loginSecrets } from './login-secrets.ts'
import type { OpenidClient } from './openid-providers.ts'
import { ProviderUnusable } from './provider-unusable.ts'

export interface BegunOpenidLogin {
  readonly flowId: FlowId
  /** Where the browser is sent. */
  readonly url: string
  readonly redirectUri: string
  readonly expiresAt: Date
}

type Beginning = Pick<LoginFlow, 'purpose' | 'browserSha256' | 'configurationSha256'> & {
  readonly loginHint?: string | undefined
}

/**
 * Writes the authorization request and stores the flow that will wait for its answer: the state by its digest, nonce and PKCE
 * verifier not at all.
 * @throws {Refused} where the configuration is incomplete
 * @throws {ProviderUnusable}
 */
export async function beginOpenidLogin(
  tenant: Tenant,
  connection: Connection,
  { loginHint, ...beginning }: Beginning,
  now: Date,
): Promise<BegunOpenidLogin> {
  const { random, stores, sealer } = tenant
  const client = await tenant.openid.clientOf(tenant, connection, now)
  const flowId = makeId(FlowId, 'flow', random(ID_BYTES))
  const state = tokenText(random(TOKEN_BYTES))
  const secrets = loginSecrets(sealer, state, beginning.browserSha256 ?? flowId)
  const url = await askFor(client, connection, secrets, loginHint)
  const expiresAt = minutesLater(now, FLOW_MINUTES)
  await stores.loginFlows.add({
    ...beginning,
    id: flowId,
    connectionId: connection.id,
    requestId: flowId,
    relayStateSha256: tokenSha256(state),
    createdAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
  })
  return { flowId, url, redirectUri: client.party.redirectUri, expiresAt }
}

async function askFor(
  { party }: OpenidClient,
  connection: Connection,
  secrets: ReturnType<typeof loginSecrets>,
  loginHint: string | undefined,
): Promise<string> {
  const { scopes, prompt, maximumAge, acrValues } = oidcSettings(connection)
  const more = isGoogle(connection) ? { hd: hostedDomain(connection) } : undefined
  try {
    const { url } = await beginLoginWith(party, { scopes, prompt, maximumAge, acrValues, loginHint, more }, secrets)
    return url
  } catch (cause) {
    // Only a pushed request can fail here (RFC 9126 §2.3).
    throw new ProviderUnusable('request-refused', { detail: cause instanceof Error ? cause.message : '' }, { cause })
  }
}

/** Google offers accounts of one domain, or with `*` of any organisation; what comes back is judged all the same. */
const hostedDomain = ({ domains: [first = '*', ...others] }: Connection) => (others.length === 0 ? first : '*')
