import { z } from 'zod'
import { ConnectionId } from './ids.ts'
import { Instant } from './instant.ts'
import { PublishedRelyingParty } from './published-relying-party.ts'
import { ServiceProvider } from './service-provider.ts'

/** Where a connection stands on a tenant backend: a draft first, then published, then enabled. */
export const Publication = z.object({
  backendUrl: z.url(),
  /** The connection's id on the backend. */
  providerId: ConnectionId,
  /** Made by the backend: its key never leaves it. Null for OpenID Connect. */
  serviceProvider: ServiceProvider.nullable(),
  /** Null for SAML. */
  relyingParty: PublishedRelyingParty.nullable().default(null),
  signInUrl: z.url(),
  state: z.enum(['draft', 'published', 'enabled']),
  publishedAt: Instant.nullable(),
  /** SHA-256 of the configuration the backend holds now. */
  configurationSha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Publication = z.infer<typeof Publication>
