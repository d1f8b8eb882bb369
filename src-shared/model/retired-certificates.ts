import { z } from 'zod'
import { CertificateSummary } from './certificate.ts'

/** What a connection had before, newest first. It trusts and opens nothing any more, but tells why something does not fit. */
export const RetiredCertificates = z.object({
  /** The identity provider's, for signing. */
  identityProvider: z.array(CertificateSummary),
  /** Ours. */
  serviceProvider: z.array(CertificateSummary),
})
export type RetiredCertificates = z.infer<typeof RetiredCertificates>

export const nothingRetired: RetiredCertificates = { identityProvider: [], serviceProvider: [] }
