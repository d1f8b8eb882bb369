import { judgeDiscovery } from '#main/checks/judge-discovery.ts'
import type { FetchOptions, KeptConnections } from '#main/net/fetch-options.ts'
import { keepConnections } from '#main/net/guarded-fetch.ts'
import { PROVIDER_LIMITS } from '#main/oidc/discovery/fetch-provider.ts'
import type { CachedKeys } from '#main/oidc/discovery/key-cache.ts'
import type { ClientAuthentication, RelyingParty } from '#main/oidc/relying-party/relying-party.ts'
import { DEFAULT_CLOCK_SKEW_SECONDS } from '#shared/model/clock-skew.ts'
import type { OrganisationId } from '#shared/model/ids.ts'
import { redirectUri } from '../connections/addresses.ts'
import type { Connection } from '../connections/connection.ts'
import { completeOidcConfig, maskedOidcConfig, openClientSecret } from '../connections/oidc-config.ts'
import { keepResults } from '../keep-results.ts'
import type { Sealer } from '../secrets/sealer.ts'
import { DescribedProvider, type Description } from './described-provider.ts'
import { ProviderUnusable } from './provider-unusable.ts'

/** Our client at the connection's provider, as long as neither changes. */
export interface OpenidClient {
  readonly party: RelyingParty
  /** `id_token_signing_alg_values_supported`. */
  readonly signingAlgorithms: readonly string[] | undefined
  /** It announces `iss` in its answers (RFC 9207). */
  readonly issuerAnnounced: boolean
  /** @throws {ProviderUnusable} where there never were any */
  readonly keysFor: (keyId: string | undefined, now: Date) => Promise<CachedKeys>
}

interface Host {
  readonly id: OrganisationId
  readonly sealer: Sealer
  readonly publicUrl: string
}

const MOST_KEPT = 1_000

/** What this process knows of OpenID providers: their descriptions, their keys, open connections to them. */
export class OpenidProviders {
  readonly #network: Pick<FetchOptions, 'addresses'> & { readonly connections: KeptConnections }
  readonly #described = keepResults<DescribedProvider>(MOST_KEPT)
  readonly #clients = keepResults<{ current?: { readonly of: Description; readonly client: OpenidClient } }>(MOST_KEPT)

  /** @param addresses which machines may be asked: a provider's address is typed in by some organisation's administrator */
  constructor(addresses: FetchOptions['addresses']) {
    this.#network = { addresses, connections: keepConnections({ addresses, timeoutMs: PROVIDER_LIMITS.timeoutMs }) }
  }

  /**
   * The description is fetched where it is not known or old, and refused where it does not fit the connection. Endpoints come from
   * there alone: nothing a browser brings chooses one (RFC 9700 §4.4).
   * @throws {Refused} where the configuration is incomplete
   * @throws {ProviderUnusable}
   */
  async clientOf(host: Host, connection: Connection, now: Date): Promise<OpenidClient> {
    const { discoveryUrl } = completeOidcConfig(maskedOidcConfig(connection), connection.issuer)
    const provider = this.#described(discoveryUrl, () => new DescribedProvider(discoveryUrl, this.#network))
    const description = await provider.describe(now)
    const { id, issuer, config, clientSecretVersion } = connection
    const key = JSON.stringify([id, issuer, config, clientSecretVersion, host.publicUrl])
    const slot = this.#clients(key, () => ({}))
    if (slot.current?.of !== description) {
      slot.current = { of: description, client: makeClient(host, connection, description, this.#network, now) }
    }
    return slot.current.client
  }

  close(): Promise<void> {
    return this.#network.connections.close()
  }
}

function makeClient(
  host: Host,
  connection: Connection,
  description: Description,
  network: RelyingParty['network'],
  now: Date,
): OpenidClient {
  requireFitting(connection, description, now)
  const { object, keys } = description
  const config = completeOidcConfig(maskedOidcConfig(connection), connection.issuer)
  const offered = textsOf(object.token_endpoint_auth_methods_supported)
  return {
    party: {
      provider: object,
      clientId: config.clientId,
      authentication: authenticationOf(config.clientAuthentication, offered, openClientSecret(host, connection)),
      redirectUri: redirectUri(host.publicUrl, connection.id),
      signingAlgorithm: config.signingAlgorithm,
      decryptionKeys: [],
      clockSkewSeconds: DEFAULT_CLOCK_SKEW_SECONDS,
      network,
    },
    signingAlgorithms: textsOf(object.id_token_signing_alg_values_supported),
    issuerAnnounced: object.authorization_response_iss_parameter_supported === true,
    keysFor: async (keyId, at) => {
      try {
        return await keys.keysFor(keyId, at)
      } catch (cause) {
        throw new ProviderUnusable('unreached', { detail: `key set: ${String(cause)}` }, { cause })
      }
    },
  }
}

/**
 * An error refuses the provider. Where its document lies is the administrator's choice; that it speaks for the configured
 * issuer is not.
 * @throws {ProviderUnusable}
 */
function requireFitting(connection: Connection, { bytes, contentType }: Description, now: Date): void {
  const { clientAuthentication, signingAlgorithm, tenants } = completeOidcConfig(
    maskedOidcConfig(connection),
    connection.issuer,
  )
  const { findings } = judgeDiscovery(
    { discovery: bytes, jwks: undefined, jwksBefore: undefined },
    {
      ...{ now, mode: 'interop', url: undefined, contentType, clientAuthentication, signingAlgorithm },
      issuer: connection.issuer ?? undefined,
      tenantsLimited: tenants !== undefined,
    },
  )
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  const codes = errors.map(({ code }) => code)
  throw new ProviderUnusable('invalid', { detail: codes.join(', '), codes })
}

function authenticationOf(
  wanted: 'client_secret_basic' | 'client_secret_post' | 'none' | undefined,
  offered: readonly string[] | undefined,
  secret: string | undefined,
): ClientAuthentication {
  if (secret === undefined || wanted === 'none') return { method: 'none' }
  // Basic is what holds where a provider says nothing (OpenID Connect Discovery §3).
  const byPost = offered?.includes('client_secret_basic') === false && offered.includes('client_secret_post')
  return { method: wanted ?? (byPost ? 'client_secret_post' : 'client_secret_basic'), secret }
}

const textsOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined
