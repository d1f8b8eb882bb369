import type { CertificateSummary } from '#shared/model/certificate.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import type { EvidenceReport, ReportCertificate } from '../evidence-report.ts'

export function reportIdentityProvider({ identityProvider }: Connection): EvidenceReport['identityProvider'] {
  if (identityProvider === null) return null
  const { source, entityId, singleSignOn, signOutUrl, signingCertificates, loadedAt } = identityProvider
  return {
    source: { kind: source.kind, url: source.kind === 'url' ? source.url : null },
    entityId,
    singleSignOn: { binding: singleSignOn.binding, url: singleSignOn.url },
    signOutUrl,
    signingCertificates: signingCertificates.map(reportCertificate),
    loadedAt,
  }
}

/** A draft is tested with the backend's own entity ID, ACS URL and key. */
export function reportServiceProvider(run: TestRun, connection: Connection): EvidenceReport['serviceProvider'] {
  const tested = run.target === 'draft' ? connection.publication?.serviceProvider : connection.serviceProvider
  if (!tested) return null
  const { entityId, acsUrl, signOutUrl, certificate } = tested
  return { entityId, acsUrl, signOutUrl, certificate: reportCertificate(certificate) }
}

const reportCertificate = (certificate: CertificateSummary): ReportCertificate => ({
  name: certificate.name,
  subject: certificate.subject,
  issuer: certificate.issuer,
  serial: certificate.serial,
  sha256: certificate.sha256,
  notBefore: certificate.notBefore,
  notAfter: certificate.notAfter,
  keyType: certificate.keyType,
  keyBits: certificate.keyBits,
})
