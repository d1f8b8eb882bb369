import { z } from 'zod'
import { Domain } from '../model/domain.ts'
import { ConnectionId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { ClaimMapping } from '../model/profile.ts'
import { ServiceProvider } from '../model/service-provider.ts'
import { ADMIN_API, route } from './route.ts'

export const SamlConfig = z.strictObject({
  idpEntityId: z.string().trim().min(1),
  idpSsoUrl: z.url(),
  /** PEM; armour, line ends and spaces are put right on the way in. */
  idpCertificate: z.string().min(1),
  /** More signing certificates beside the first, for a rollover. */
  idpCertificates: z.array(z.string().min(1)).optional(),
  idpSsoBinding: z.enum(['redirect', 'post']).optional(),
  idpSloUrl: z.url().optional(),
  idpMetadataUrl: z.url().optional(),
  /** Both are generated where left out. */
  spEntityId: z.string().trim().min(1).optional(),
  spAcsUrl: z.url().optional(),
  attributeMapping: ClaimMapping.optional(),
  allowIdpInitiated: z.boolean().optional(),
})
export type SamlConfig = z.infer<typeof SamlConfig>

export const OidcConfig = z.strictObject({
  clientId: z.string().trim().min(1),
  /** Sealed at rest, never answered. The mask sent back means "unchanged". */
  clientSecret: z.string().min(1),
  discoveryUrl: z.url(),
})
export type OidcConfig = z.infer<typeof OidcConfig>

/** What a secret looks like in every answer. */
export const SECRET_MASK = '••••••••'

const common = {
  issuer: z.string().trim().min(1),
  domain: Domain,
  /** First is `domain`. */
  domains: z.array(Domain).min(1).optional(),
  enabled: z.boolean().default(false),
}
export const NewProvider = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('saml'), ...common, config: SamlConfig }),
  z.strictObject({ type: z.literal('oidc'), ...common, config: OidcConfig }),
])
export type NewProvider = z.infer<typeof NewProvider>

/** Partial config merge: what is left out stays as it is. */
export const ProviderChange = z.strictObject({
  issuer: z.string().trim().min(1).optional(),
  domain: Domain.optional(),
  domains: z.array(Domain).min(1).optional(),
  enabled: z.boolean().optional(),
  config: z.union([SamlConfig.partial(), OidcConfig.partial()]).optional(),
})
export type ProviderChange = z.infer<typeof ProviderChange>

export const ProviderSummary = z.object({
  id: ConnectionId,
  type: z.enum(['saml', 'oidc']),
  issuer: z.string(),
  domain: z.string(),
  domains: z.array(z.string()),
  enabled: z.boolean(),
  ssoEnforced: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type ProviderSummary = z.infer<typeof ProviderSummary>

/** Our side, to hand over to the identity provider (S04). */
export const HandOut = z.object({
  serviceProvider: ServiceProvider,
  metadataUrl: z.url(),
  startUrl: z.url(),
})
export type HandOut = z.infer<typeof HandOut>

export const ProviderDetail = ProviderSummary.extend({
  config: z.union([SamlConfig, OidcConfig]),
  handOut: HandOut.nullable(),
  /** SHA-256 of the canonical configuration: what a test receipt has to match. */
  configurationSha256: z.string(),
})
export type ProviderDetail = z.infer<typeof ProviderDetail>

export const ProviderParams = z.object({ id: ConnectionId })
const providers = `${ADMIN_API}/providers`
const OneProvider = z.object({ provider: ProviderDetail })

export const listProviders = route({
  method: 'GET',
  path: providers,
  summary: 'List providers, without their configuration',
  success: { status: 200, body: z.object({ providers: z.array(ProviderSummary), total: z.int() }) },
})
export const getProvider = route({
  method: 'GET',
  path: `${providers}/:id`,
  summary: 'Read one provider, secrets masked',
  params: ProviderParams,
  success: { status: 200, body: OneProvider },
})
export const createProvider = route({
  method: 'POST',
  path: providers,
  summary: 'Register a provider',
  body: NewProvider,
  success: { status: 201, body: OneProvider },
})
export const changeProvider = route({
  method: 'PATCH',
  path: `${providers}/:id`,
  summary: 'Change a provider; configuration is merged',
  params: ProviderParams,
  body: ProviderChange,
  success: { status: 200, body: OneProvider },
})
export const deleteProvider = route({
  method: 'DELETE',
  path: `${providers}/:id`,
  summary: 'Delete a provider',
  params: ProviderParams,
  success: { status: 200, body: z.object({ message: z.string() }) },
})
