import { z } from 'zod'
import { CertificateSummary } from './certificate.ts'
import { Finding } from './finding.ts'
import { Identity } from './identity.ts'

/** `undecided`: nothing was refuted, but no signature could be verified or nothing could be decrypted. */
export const Verdict = z.enum(['accepted', 'rejected', 'undecided'])
export type Verdict = z.infer<typeof Verdict>

export const SignatureSummary = z.object({
  /** `response`, `assertion`, or the path of what it covers. */
  covers: z.string(),
  algorithm: z.string(),
  digest: z.string(),
  /** Of the trusted certificate that verified it. */
  certificateSha256: z.string().optional(),
  verified: z.boolean(),
})
export type SignatureSummary = z.infer<typeof SignatureSummary>

/** Milliseconds, by a stopwatch the caller passes in. */
export const Timing = z.record(z.string(), z.number())

/** What `claimcheck response --format json` prints and the window shows. */
export const ResponseJudgement = z.object({
  verdict: Verdict,
  /** Null unless accepted. */
  identity: Identity.nullable(),
  findings: z.array(Finding),
  signatures: z.array(SignatureSummary),
  timing: Timing,
})
export type ResponseJudgement = z.infer<typeof ResponseJudgement>

export const Endpoint = z.object({ binding: z.string(), location: z.string() })
export type Endpoint = z.infer<typeof Endpoint>

/** What one entity's metadata says, read without trusting it yet. */
export const MetadataEntity = z.object({
  entityId: z.string(),
  roles: z.array(z.enum(['idp', 'sp'])),
  validUntil: z.string().nullable(),
  singleSignOnServices: z.array(Endpoint),
  singleLogoutServices: z.array(Endpoint),
  assertionConsumerServices: z.array(Endpoint),
  nameIdFormats: z.array(z.string()),
  wantAuthnRequestsSigned: z.boolean(),
  signingCertificates: z.array(CertificateSummary),
  encryptionCertificates: z.array(CertificateSummary),
})
export type MetadataEntity = z.infer<typeof MetadataEntity>

/** What `claimcheck metadata --format json` prints. */
export const MetadataJudgement = z.object({
  verdict: z.enum(['valid', 'invalid']),
  entities: z.array(MetadataEntity),
  findings: z.array(Finding),
})
export type MetadataJudgement = z.infer<typeof MetadataJudgement>
