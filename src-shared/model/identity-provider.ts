import { z } from 'zod'
import { CertificateSummary } from './certificate.ts'
import { Instant } from './instant.ts'
import { MetadataJudgement } from './judgement.ts'

export const SingleSignOnBinding = z.enum(['redirect', 'post'])
export type SingleSignOnBinding = z.infer<typeof SingleSignOnBinding>

export const IdentityProviderSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('url'), url: z.url() }),
  z.object({ kind: z.literal('file'), name: z.string() }),
  z.object({ kind: z.literal('paste') }),
  z.object({ kind: z.literal('manual') }),
])
export type IdentityProviderSource = z.infer<typeof IdentityProviderSource>

/** The identity provider's side (S02) and how it was judged when it was loaded. */
export const IdentityProvider = z.object({
  source: IdentityProviderSource,
  entityId: z.string().min(1),
  singleSignOn: z.object({ binding: SingleSignOnBinding, url: z.url() }),
  signOutUrl: z.url().nullable(),
  signingCertificates: z.array(CertificateSummary).min(1),
  /** As received; null where it was typed in by hand. */
  metadataXml: z.string().nullable(),
  loadedAt: Instant,
  judgement: MetadataJudgement,
})
export type IdentityProvider = z.infer<typeof IdentityProvider>
