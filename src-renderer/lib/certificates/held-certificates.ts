import type { CertificateSummary } from '#shared/model/certificate.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { StepId } from '#shared/model/step.ts'

export type CertificateUse = 'idp-signing' | 'idp-encryption' | 'application' | 'draft'

/** One certificate in one use of one connection. */
export interface HeldCertificate {
  readonly certificate: CertificateSummary
  readonly use: CertificateUse
  readonly connection: { readonly id: ConnectionId; readonly name: string }
  /** Where it is replaced. */
  readonly step: StepId
  /** In the same use of the same connection, and valid longer. */
  readonly successors: readonly CertificateSummary[]
}

/** Every certificate of every connection, what expires first at the top. */
export function heldCertificates(connections: readonly Connection[]): HeldCertificate[] {
  return connections
    .flatMap(ofConnection)
    .toSorted((a, b) => Date.parse(a.certificate.notAfter) - Date.parse(b.certificate.notAfter))
}

function ofConnection({ id, intake, identityProvider, serviceProvider, publication }: Connection): HeldCertificate[] {
  const connection = { id, name: intake.displayName }
  const held = (use: CertificateUse, step: StepId, certificates: readonly (CertificateSummary | undefined)[]) => {
    const present = once(certificates.filter((certificate) => certificate !== undefined))
    return present.map((certificate) => ({
      certificate,
      use,
      connection,
      step,
      successors: present.filter(({ notAfter }) => Date.parse(notAfter) > Date.parse(certificate.notAfter)),
    }))
  }
  const encryption = identityProvider?.judgement.entities
    .filter(({ entityId }) => entityId === identityProvider.entityId)
    .flatMap(({ encryptionCertificates }) => encryptionCertificates)
  const signing = identityProvider?.signingCertificates ?? []
  const isSigning = ({ sha256 }: CertificateSummary) => signing.some((other) => other.sha256 === sha256)
  return [
    ...held('idp-signing', 'identity-provider', signing),
    // Most providers offer one certificate for both uses; it is replaced once.
    ...held(
      'idp-encryption',
      'identity-provider',
      (encryption ?? []).filter((certificate) => !isSigning(certificate)),
    ),
    ...held('application', 'service-provider', [serviceProvider?.certificate]),
    ...held('draft', 'publish', [publication?.serviceProvider?.certificate]),
  ]
}

const once = (certificates: readonly CertificateSummary[]): CertificateSummary[] => [
  ...new Map(certificates.map((certificate) => [certificate.sha256, certificate])).values(),
]
