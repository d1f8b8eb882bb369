import type { z } from 'zod'
import { TENANT_TEMPLATE } from '#main/checks/oidc/token/issuer.ts'
import { OidcConfig, type OidcConfigChange } from '#shared/http-api/oidc-config.ts'
import { SECRET_MASK } from '#shared/http-api/provider.ts'
import type { OrganisationId } from '#shared/model/ids.ts'
import { tokenClaimNames } from '#shared/model/token-claim-names.ts'
import { Refused } from '../refusals/refused.ts'
import type { Sealer, SecretPlace } from '../secrets/sealer.ts'
import type { ConnectionRecord } from '../storage/stores/connections.ts'
import type { Connection } from './connection.ts'
import { checkUrl } from './url-policy.ts'

/** What the database holds in the clear. A draft's grows; a provider's is complete. */
export const StoredOidcConfig = OidcConfig.omit({ clientSecret: true }).partial()
export type StoredOidcConfig = z.output<typeof StoredOidcConfig>

/** With the secret, or its mask. */
const PartialOidcConfig = OidcConfig.partial()
export type PartialOidcConfig = z.output<typeof PartialOidcConfig>

type Secret = Pick<ConnectionRecord, 'clientSecretSealed' | 'clientSecretVersion'>
export interface OidcParts extends Secret {
  readonly config: StoredOidcConfig
  readonly spCertificate: null
  readonly spPrivateKeySealed: null
}

const secretPlace = (tenant: OrganisationId, record: string): SecretPlace => ({
  tenant,
  record,
  column: 'client_secret',
})

/**
 * Takes the secret out of the configuration and seals it. The mask sent back means "unchanged"; without any there is none.
 * @param before what holds now; undefined for a new provider
 * @throws {Refused} naming the field
 */
export function splitOidcConfig(
  config: PartialOidcConfig,
  before: Secret | undefined,
  at: { tenant: { id: OrganisationId; sealer: Sealer }; record: string },
): OidcParts {
  const { clientSecret, ...clear } = config
  checkUrl(clear.discoveryUrl, 'config.discoveryUrl')
  const parts = { config: clear, spCertificate: null, spPrivateKeySealed: null }
  if (clientSecret === undefined) return { ...parts, clientSecretSealed: null, clientSecretVersion: null }
  if (clear.clientAuthentication === 'none') {
    throw new Refused('config.secret-unwanted', { field: 'config.clientSecret' })
  }
  if (clientSecret !== SECRET_MASK) {
    const { id, sealer } = at.tenant
    return {
      ...parts,
      clientSecretSealed: sealer.seal(secretPlace(id, at.record), Buffer.from(clientSecret, 'utf8')),
      clientSecretVersion: versionOfSecret(sealer, `${id} ${at.record} ${clientSecret}`),
    }
  }
  if (before?.clientSecretSealed == null) throw new Refused('config.secret-missing', { field: 'config.clientSecret' })
  const { clientSecretSealed, clientSecretVersion } = before
  return { ...parts, clientSecretSealed, clientSecretVersion }
}

/** The same for the same secret, so that one that is tried twice is one; nobody without the encryption key can guess by it. */
const versionOfSecret = (sealer: Sealer, secret: string) =>
  Buffer.from(sealer.derive('client secret version', secret)).toString('hex')

/** @throws {SecretDamaged} */
export function openClientSecret(
  { id: tenant, sealer }: { id: OrganisationId; sealer: Sealer },
  { id, clientSecretSealed }: Pick<Connection, 'id' | 'clientSecretSealed'>,
): string | undefined {
  if (clientSecretSealed === null) return undefined
  return Buffer.from(sealer.open(secretPlace(tenant, id), clientSecretSealed)).toString('utf8')
}

/** As it is answered: the mask in the secret's place. */
export const maskedOidcConfig = (connection: Connection): PartialOidcConfig => ({
  ...oidcConfigOf(connection),
  ...(connection.clientSecretSealed !== null && { clientSecret: SECRET_MASK }),
})

export const oidcConfigOf = ({ config }: Pick<Connection, 'config'>): StoredOidcConfig => StoredOidcConfig.parse(config)

/** What is left out stays as it is, null takes away. A client that becomes public loses its secret. */
export function mergeOidcConfig(before: PartialOidcConfig, change: OidcConfigChange): PartialOidcConfig {
  const becomesPublic = change.clientAuthentication === 'none' && change.clientSecret === undefined
  const given = Object.entries({ ...change, ...(becomesPublic && { clientSecret: null }) }).filter(
    ([, value]) => value !== undefined,
  )
  const merged = Object.entries({ ...before, ...Object.fromEntries(given) }).filter(([, value]) => value !== null)
  return PartialOidcConfig.parse(Object.fromEntries(merged))
}

/** What holds where the configuration says nothing. */
const oidcDefaults = {
  scopes: ['email', 'profile'],
  attributeMapping: tokenClaimNames,
  emailTrust: 'verified',
  allowIdpInitiated: false,
  judgingMode: 'strict',
} as const

/** With the defaults filled in. */
export function oidcSettings(connection: Pick<Connection, 'config'>) {
  const given = oidcConfigOf(connection)
  return {
    ...given,
    scopes: given.scopes ?? oidcDefaults.scopes,
    attributeMapping: given.attributeMapping ?? oidcDefaults.attributeMapping,
    emailTrust: given.emailTrust ?? oidcDefaults.emailTrust,
    allowIdpInitiated: given.allowIdpInitiated ?? oidcDefaults.allowIdpInitiated,
    judgingMode: given.judgingMode ?? oidcDefaults.judgingMode,
  }
}

const required = ['clientId', 'discoveryUrl'] as const

/**
 * @param config with the secret or its mask
 * @throws {Refused} naming the first field that is missing
 */
export function completeOidcConfig(config: PartialOidcConfig, issuer: string | null): OidcConfig {
  const lack = lackOf(config, issuer)
  if (lack !== undefined) throw lack
  return OidcConfig.parse(config)
}

export const isCompleteOidc = (connection: Connection): boolean =>
  lackOf(maskedOidcConfig(connection), connection.issuer) === undefined

function lackOf(config: PartialOidcConfig, issuer: string | null): Refused | undefined {
  const missing = required.find((name) => config[name] === undefined)
  if (missing !== undefined) return new Refused('config.oidc-incomplete', { field: `config.${missing}` })
  if (config.clientSecret === undefined && config.clientAuthentication !== 'none') {
    return new Refused('config.secret-needed', { field: 'config.clientSecret' })
  }
  if (issuer === null) return new Refused('config.oidc-incomplete', { field: 'issuer' })
  if (issuer.includes(TENANT_TEMPLATE) && config.tenants === undefined) {
    return new Refused('config.tenants-missing', { field: 'config.tenants' })
  }
  return undefined
}
