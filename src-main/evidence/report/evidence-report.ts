import { z } from 'zod'
import { CertificateSummary } from '#shared/model/certificate.ts'
import { Intake } from '#shared/model/connection.ts'
import { Finding } from '#shared/model/finding.ts'
import { SingleSignOnBinding } from '#shared/model/identity-provider.ts'
import { Instant } from '#shared/model/instant.ts'
import { SignatureSummary, Verdict } from '#shared/model/judgement.ts'
import { JudgingPolicy } from '#shared/model/policy.ts'
import { ClaimMapping, Profile } from '#shared/model/profile.ts'
import { Receipt } from '#shared/model/receipt.ts'
import { TestRun, TimelineEvent } from '#shared/model/test-run.ts'
import { ReportOpenidClient, ReportOpenidProvider, ReportOpenidRun } from './openid-report.ts'

/** `redacted` names no person and holds no message; `full` is for those who may see both. */
export const ReportVariant = z.enum(['redacted', 'full'])
export type ReportVariant = z.infer<typeof ReportVariant>

const ReportCertificate = CertificateSummary.omit({ pem: true })
export type ReportCertificate = z.infer<typeof ReportCertificate>

const ReportIdentity = z.object({
  nameId: z.string(),
  nameIdFormat: z.string().nullable(),
  issuer: z.string(),
  sessionIndex: z.string().nullable(),
  authnContext: z.string().nullable(),
  attributes: z.record(z.string(), z.array(z.string())),
  profile: Profile,
})

const ReportIdentityProvider = z.object({
  source: z.object({ kind: z.enum(['url', 'file', 'paste', 'manual']), url: z.string().nullable() }),
  entityId: z.string(),
  singleSignOn: z.object({ binding: SingleSignOnBinding, url: z.string() }),
  signOutUrl: z.string().nullable(),
  signingCertificates: z.array(ReportCertificate),
  loadedAt: Instant,
})

const ReportServiceProvider = z.object({
  entityId: z.string(),
  acsUrl: z.string(),
  signOutUrl: z.string().nullable(),
  certificate: ReportCertificate,
})

/**
 * All that leaves the machine as evidence of one test login. Every member is named here and anything else is dropped: keys,
 * client secrets, metadata as received, cookies and query values have no place to be in.
 */
export const EvidenceReport = z.object({
  format: z.literal('claimcheck-evidence'),
  version: z.literal(1),
  variant: ReportVariant,
  verdict: Verdict.nullable(),
  test: z.object({
    id: z.string(),
    target: TestRun.shape.target,
    state: TestRun.shape.state,
    startedAt: Instant,
    endedAt: Instant.nullable(),
    configurationSha256: z.string(),
    problem: TestRun.shape.problem,
  }),
  connection: z.object({
    id: z.string(),
    displayName: z.string(),
    provider: Intake.shape.provider,
    protocol: Intake.shape.protocol,
    domains: z.array(z.string()),
    applicationOwner: z.string(),
    policy: JudgingPolicy,
    mapping: ClaimMapping,
  }),
  identityProvider: ReportIdentityProvider.nullable(),
  serviceProvider: ReportServiceProvider.nullable(),
  openidProvider: ReportOpenidProvider.nullable(),
  openidClient: ReportOpenidClient.nullable(),
  findings: z.array(Finding),
  identity: ReportIdentity.nullable(),
  outcome: TestRun.shape.outcome,
  signatures: z.array(SignatureSummary),
  timing: z.record(z.string(), z.number()),
  request: z.object({ id: z.string(), destination: z.string(), xml: z.string().nullable() }).nullable(),
  message: z
    .strictObject({
      receivedAt: Instant,
      postedTo: z.string(),
      relayState: z.string().nullable(),
      xml: z.string().nullable(),
    })
    .nullable(),
  /** In place of `request` and `message` where the login was by OpenID Connect. */
  openid: ReportOpenidRun.nullable(),
  timeline: z.array(TimelineEvent),
  receipt: Receipt.nullable(),
})
export type EvidenceReport = z.infer<typeof EvidenceReport>
