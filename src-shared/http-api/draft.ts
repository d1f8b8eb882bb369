import { z } from 'zod'
import { Domain } from '../model/domain.ts'
import { ConnectionId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { Receipt } from '../model/receipt.ts'
import { ListQuery, listAnswer } from './list.ts'
import { OidcConfig, OidcConfigChange, RelyingPartyHandOut } from './oidc-config.ts'
import { Override } from './override.ts'
import { HandOut, ProviderDetail, SamlConfig, SamlConfigChange } from './provider.ts'
import { ADMIN_API, route } from './route.ts'
import { Version } from './version.ts'

/**
 * A connection before it exists for anyone: it has its key, entity ID and ACS URL, or redirect URI, from the start, so that both sides can be
 * set up and tested; it routes nobody and claims no domain until it is published.
 */
export const Draft = z.object({
  id: ConnectionId,
  type: z.enum(['saml', 'oidc']),
  issuer: z.string().nullable(),
  domains: z.array(z.string()),
  config: z.union([SamlConfig.partial(), OidcConfig.partial()]),
  /** Null for OpenID Connect. */
  handOut: HandOut.nullable(),
  /** Null for SAML. */
  relyingParty: RelyingPartyHandOut.nullable(),
  /** Of the whole configuration; null until the identity provider's side is complete. */
  configurationSha256: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
})
export type Draft = z.infer<typeof Draft>

const start = {
  issuer: z.string().trim().min(1).max(1_024).optional(),
  domains: z.array(Domain).max(500).optional(),
}
const DraftBody = z
  .union([
    z.strictObject({ type: z.literal('saml').default('saml'), ...start, config: SamlConfig.partial().optional() }),
    z.strictObject({ type: z.literal('oidc'), ...start, config: OidcConfig.partial().optional() }),
  ])
  .meta({ examples: [{ issuer: 'Acme', domains: ['acme.example'] }] })
const DraftChange = z
  .strictObject({ ...start, config: z.union([SamlConfigChange, OidcConfigChange]).optional() })
  .meta({ examples: [{ config: { idpSsoUrl: 'https://idp.acme.example/sso' } }] })
const params = z.object({ id: ConnectionId })
const drafts = `${ADMIN_API}/drafts`
const OneDraft = z.object({ draft: Draft })

export const listDrafts = route({
  method: 'GET',
  path: drafts,
  summary: 'List drafts',
  query: ListQuery,
  success: { status: 200, body: listAnswer({ drafts: z.array(Draft) }) },
})
export const createDraft = route({
  method: 'POST',
  path: drafts,
  summary: 'Start a connection: makes its key, entity ID and ACS URL, or its redirect URI',
  body: DraftBody,
  versioned: 'draft',
  success: { status: 201, body: OneDraft },
})
export const getDraft = route({
  method: 'GET',
  path: `${drafts}/:id`,
  summary: 'Read one draft',
  params,
  versioned: 'draft',
  success: { status: 200, body: OneDraft },
})
export const changeDraft = route({
  method: 'PATCH',
  path: `${drafts}/:id`,
  summary: 'Change a draft; configuration is merged',
  params,
  body: DraftChange,
  versioned: 'draft',
  heedsVersion: true,
  success: { status: 200, body: OneDraft },
})
export const deleteDraft = route({
  method: 'DELETE',
  path: `${drafts}/:id`,
  summary: 'Delete a draft',
  params,
  heedsVersion: true,
  success: { status: 200, body: z.object({ message: z.string() }) },
})
export const publishDraft = route({
  method: 'POST',
  path: `${drafts}/:id/publish`,
  summary: 'Publish a draft as a provider, disabled; with a test receipt where the policy wants one',
  params,
  body: z.strictObject({ receipt: Receipt.optional(), override: Override.optional() }).meta({ examples: [{}] }),
  versioned: 'provider',
  heedsVersion: true,
  success: { status: 201, body: z.object({ provider: ProviderDetail }) },
})
