import { z } from 'zod'
import { Instant } from './instant.ts'

/** A certificate as people compare it. */
export const CertificateSummary = z.object({
  /** Common name, or the whole subject where there is none. */
  name: z.string(),
  subject: z.string(),
  issuer: z.string(),
  serial: z.string(),
  /** Thumbprint: lower-case hexadecimal of the DER's SHA-256. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  notBefore: Instant,
  notAfter: Instant,
  keyType: z.string(),
  /** Modulus bits for RSA, field bits for EC; null where the runtime cannot say. */
  keyBits: z.int().nullable(),
  pem: z.string(),
})
export type CertificateSummary = z.infer<typeof CertificateSummary>
