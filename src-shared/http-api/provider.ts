import { z } from 'zod'
import { Domain } from '../model/domain.ts'
import { ConnectionId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { JudgingMode } from '../model/policy.ts'
import { ClaimMapping } from '../model/profile.ts'
import { ServiceProvider } from '../model/service-provider.ts'
import { ListQuery, listAnswer } from './list.ts'
import { OidcConfig, OidcConfigChange, RelyingPartyHandOut } from './oidc-config.ts'
import { Override } from './override.ts'
import { ADMIN_API, route } from './route.ts'
import { Version } from './version.ts'

const samlNeeds = {
  idpEntityId: z.string().trim().min(1).max(1_024),
  idpSsoUrl: z.url(),
  /** PEM; armour, line ends and spaces are put right on the way in. */
  idpCertificate: z.string().min(1),
}
const samlMayHave = {
  /** More signing certificates beside the first, for a rollover. */
  idpCertificates: z.array(z.string().min(1)).max(20),
  idpSsoBinding: z.enum(['redirect', 'post']),
  idpSloUrl: z.url(),
  idpMetadataUrl: z.url(),
  /** Both are generated where left out. */
  spEntityId: z.string().trim().min(1).max(1_024),
  spAcsUrl: z.url(),
  /** PEM (PKCS#8). Sealed at rest, never answered; the mask sent back means "unchanged". Made here where left out. */
  spPrivateKey: z.string().min(1),
  /** PEM, of that key. Made here where left out. */
  spCertificate: z.string().min(1),
  attributeMapping: ClaimMapping,
  allowIdpInitiated: z.boolean(),
  /** An assertion that is not encrypted signs nobody in. */
  requireEncryption: z.boolean(),
  /** Sign-ins are judged strictly unless this exempts the connection: what interop warns of is then let in. */
  judgingMode: JudgingMode,
}
const nullish = <Shape extends z.ZodRawShape>(shape: Shape) =>
  Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [name, (schema as z.ZodType).nullish()]),
  ) as unknown as {
    [Name in keyof Shape]: z.ZodOptional<z.ZodNullable<Shape[Name]>>
  }

export const SamlConfig = z.strictObject({ ...samlNeeds, ...z.object(samlMayHave).partial().shape })
export type SamlConfig = z.infer<typeof SamlConfig>

/** What is left out stays as it is; null takes an optional field away. */
export const SamlConfigChange = z.strictObject({ ...z.object(samlNeeds).partial().shape, ...nullish(samlMayHave) })
export type SamlConfigChange = z.infer<typeof SamlConfigChange>

/** What a secret looks like in every answer. */
export const SECRET_MASK = '••••••••'

const providerExample = {
  type: 'oidc' as const,
  issuer: 'https://accounts.google.com',
  domain: 'acme.com',
  config: {
    clientId: 'your-client-id',
    clientSecret: 'your-client-secret',
    discoveryUrl: 'https://accounts.google.com/.well-known/openid-configuration',
  },
}

const common = {
  issuer: z.string().trim().min(1).max(1_024),
  domain: Domain.optional(),
  /** First is `domain`. With neither, the provider has the allowed domains of the organisation. */
  domains: z.array(Domain).max(500).optional(),
  enabled: z.boolean().default(false),
  override: Override.optional(),
}
export const NewProvider = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('saml'), ...common, config: SamlConfig }),
    z.strictObject({ type: z.literal('oidc'), ...common, config: OidcConfig }),
  ])
  .meta({ examples: [providerExample] })
export type NewProvider = z.infer<typeof NewProvider>

/** Partial config merge: what is left out stays as it is. */
export const ProviderChange = z
  .strictObject({
    issuer: z.string().trim().min(1).max(1_024).optional(),
    domain: Domain.optional(),
    domains: z.array(Domain).max(500).optional(),
    enabled: z.boolean().optional(),
    config: z.union([SamlConfigChange, OidcConfigChange]).optional(),
    override: Override.optional(),
  })
  .meta({ examples: [{ config: { idpSsoUrl: 'https://idp.acme.com/sso2' } }, { enabled: false }] })
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
  /** Null for OpenID Connect. */
  handOut: HandOut.nullable(),
  /** Null for SAML. */
  relyingParty: RelyingPartyHandOut.nullable(),
  /** SHA-256 of the canonical configuration: what a test receipt has to match. */
  configurationSha256: z.string(),
  version: Version,
})
export type ProviderDetail = z.infer<typeof ProviderDetail>

export const ProviderParams = z.object({ id: ConnectionId })
const providers = `${ADMIN_API}/providers`
const OneProvider = z.object({ provider: ProviderDetail })

export const listProviders = route({
  method: 'GET',
  path: providers,
  summary: 'List providers, without their configuration',
  query: ListQuery,
  success: { status: 200, body: listAnswer({ providers: z.array(ProviderSummary) }) },
})
export const getProvider = route({
  method: 'GET',
  path: `${providers}/:id`,
  summary: 'Read one provider, secrets masked',
  params: ProviderParams,
  versioned: 'provider',
  success: { status: 200, body: OneProvider },
})
export const createProvider = route({
  method: 'POST',
  path: providers,
  summary: 'Register a provider',
  body: NewProvider,
  versioned: 'provider',
  success: { status: 201, body: OneProvider },
})
export const changeProvider = route({
  method: 'PATCH',
  path: `${providers}/:id`,
  summary: 'Change a provider; configuration is merged',
  params: ProviderParams,
  body: ProviderChange,
  versioned: 'provider',
  heedsVersion: true,
  success: { status: 200, body: OneProvider },
})
export const deleteProvider = route({
  method: 'DELETE',
  path: `${providers}/:id`,
  summary: 'Delete a provider',
  params: ProviderParams,
  heedsVersion: true,
  success: { status: 200, body: z.object({ message: z.string() }) },
})
