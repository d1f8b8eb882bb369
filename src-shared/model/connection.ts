import { z } from 'zod'
import { Domain } from './domain.ts'
import { IdentityProvider } from './identity-provider.ts'
import { ConnectionId } from './ids.ts'
import { Instant } from './instant.ts'
import { LoadedOpenidProvider, OpenidClient } from './openid-side.ts'
import { JudgingPolicy } from './policy.ts'
import { ClaimMapping } from './profile.ts'
import { ProviderId } from './provider-id.ts'
import { Publication } from './publication.ts'
import { nothingRetired, RetiredCertificates } from './retired-certificates.ts'
import { ServiceProvider } from './service-provider.ts'

/** What the customer says first (S01). */
export const Intake = z.object({
  provider: ProviderId,
  protocol: z.enum(['saml', 'oidc']),
  domains: z.array(Domain).min(1, 'Enter at least one e-mail domain.'),
  applicationOwner: z.string().trim(),
  /** The tile's name in the identity provider's launcher. */
  displayName: z.string().trim().min(1, 'Enter a name.'),
})
export type Intake = z.infer<typeof Intake>

/** A connection on this machine, from intake to publication. Holds no secret: keys are sealed elsewhere, by connection id. */
export const Connection = z.object({
  id: ConnectionId,
  createdAt: Instant,
  updatedAt: Instant,
  intake: Intake,
  identityProvider: IdentityProvider.nullable(),
  serviceProvider: ServiceProvider.nullable(),
  /** Both sides of a connection by OpenID Connect; null in what was stored before there were any. */
  openidProvider: LoadedOpenidProvider.nullable().default(null),
  openidClient: OpenidClient.nullable().default(null),
  /** Nothing in what was stored before they were kept. */
  retired: RetiredCertificates.default(nothingRetired),
  mapping: ClaimMapping,
  policy: JudgingPolicy,
  publication: Publication.nullable(),
})
export type Connection = z.infer<typeof Connection>
