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

export const Endpoint = z.object({
  binding: z.string(),
  location: z.string(),
  /** Where answers go, when not to `location`. */
  responseLocation: z.string().optional(),
  index: z.int().optional(),
  isDefault: z.boolean().optional(),
})
export type Endpoint = z.infer<typeof Endpoint>

export const RequestedAttribute = z.object({
  name: z.string(),
  friendlyName: z.string().nullable(),
  isRequired: z.boolean(),
})
export type RequestedAttribute = z.infer<typeof RequestedAttribute>

export const MetadataContact = z.object({
  /** `technical`, `support`, `administrative`, `billing` or `other`. */
  type: z.string(),
  name: z.string().nullable(),
  emailAddresses: z.array(z.string()),
})
export type MetadataContact = z.infer<typeof MetadataContact>

/** What one entity's metadata says, read without trusting it yet. What is filled in by default was not read by earlier versions. */
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
  /** As people know it: mdui:DisplayName, else the organisation's; English where there is a choice. */
  displayName: z.string().nullable().default(null),
  /** xs:duration. */
  cacheDuration: z.string().nullable().default(null),
  authnRequestsSigned: z.boolean().default(false),
  wantAssertionsSigned: z.boolean().default(false),
  requestedAttributes: z.array(RequestedAttribute).default([]),
  /** Such as entity categories (SAML Metadata Extension for Entity Attributes). */
  entityAttributes: z.array(z.object({ name: z.string(), values: z.array(z.string()) })).default([]),
  contacts: z.array(MetadataContact).default([]),
  /** The federation that registered it (mdrpi). */
  registrationAuthority: z.string().nullable().default(null),
})
export type MetadataEntity = z.infer<typeof MetadataEntity>

/** What `claimcheck metadata --format json` prints. */
export const MetadataJudgement = z.object({
  verdict: z.enum(['valid', 'invalid']),
  entities: z.array(MetadataEntity),
  findings: z.array(Finding),
})
export type MetadataJudgement = z.infer<typeof MetadataJudgement>
