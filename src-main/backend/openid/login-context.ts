import type { LoginContext } from '#main/checks/oidc/login/login-context.ts'
import type { ProviderKey } from '#main/oidc/discovery/provider-key.ts'
import type { LoginSecrets } from '#main/oidc/relying-party/begin-login.ts'
import { DEFAULT_CLOCK_SKEW_SECONDS } from '#shared/model/clock-skew.ts'
import type { Connection } from '../connections/connection.ts'
import { oidcSettings } from '../connections/oidc-config.ts'
import type { Stores } from '../storage/stores.ts'
import { isGoogle } from './google.ts'
import type { OpenidClient } from './openid-providers.ts'

interface Asked {
  readonly secrets: LoginSecrets
  readonly keys: readonly ProviderKey[]
  readonly now: Date
}

/**
 * What a login through this connection is judged against, in a test and in a sign-in alike: strictly unless the connection is
 * exempted, by its own provider's keys alone. Shared secrets sign nothing.
 */
export async function loginContext(
  stores: Stores,
  connection: Connection,
  client: OpenidClient,
  { secrets, keys, now }: Asked,
): Promise<LoginContext> {
  const config = oidcSettings(connection)
  const { domains, issuer, state } = connection
  return {
    now,
    policy: { mode: config.judgingMode, clockSkewSeconds: DEFAULT_CLOCK_SKEW_SECONDS },
    provider: {
      issuer: issuer ?? undefined,
      tenants: config.tenants ?? (isGoogle(connection) ? domains : undefined),
      keys,
      signingAlgorithms: client.signingAlgorithms,
    },
    client: { id: config.clientId, secret: undefined, signingAlgorithm: config.signingAlgorithm, decryptionKeys: [] },
    request: {
      nonce: secrets.nonce,
      maximumAge: config.maximumAge,
      acrValues: config.acrValues,
      subject: undefined,
    },
    callback: { state: secrets.state, issuerAnnounced: client.issuerAnnounced },
    mapping: config.attributeMapping,
    requiredClaims: ['email'],
    // A draft may not have its domains yet; a provider that lost its last one speaks for no address.
    emailDomains: state === 'draft' && domains.length === 0 ? undefined : domains,
    emailTrust: config.emailTrust,
    provenEmailDomains: config.emailTrust === 'provider' ? await provenDomains(stores, domains) : [],
    stopwatch: undefined,
  }
}

/** Those of the connection that the organisation has shown to be its own. */
async function provenDomains(stores: Stores, domains: readonly string[]): Promise<readonly string[]> {
  const proven = (await stores.domainProofs.list()).filter(({ state }) => state === 'verified')
  return domains.filter((one) => proven.some(({ domain }) => domain === one))
}
