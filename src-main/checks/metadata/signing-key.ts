import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { CertificateSummary } from '#shared/model/certificate.ts'
import type { CheckOf, Fault } from '../finding/outcome.ts'
import { describeCertificate } from '../saml/describe-certificate.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'
import type { CertificateReading } from './read-certificates.ts'

const SHORTEST_RSA_BITS = 2048
const SOON_MS = 30 * 24 * 3600 * 1000

/**
 * Without a signing key no login can be verified, so nothing may be built on it (SAML Metadata §2.4.1.1). A service provider
 * that signs nothing needs none.
 */
export const signingKeyIsUsable: CheckOf<EntitySubject, 'metadata.signing-key'> = {
  code: 'metadata.signing-key',
  run({ entity, signingCertificates, context }) {
    const role = entity.identityProviders[0] ?? entity.serviceProviders[0]
    if (role === undefined) return { kind: 'not-verified', trust, detail: 'The entity has no role.' }
    const faults = signingCertificates.flatMap((reading) => judge(reading, context.now) ?? [])
    if (faults.length > 0) return faults
    const [first] = signingCertificates
    if (first === undefined) {
      if (entity.identityProviders.length === 0)
        return { kind: 'passed', trust, at: at(role.element), detail: 'It signs nothing.' }
      return { kind: 'fault', code: 'metadata.signing-key.missing', trust, at: at(role.element) }
    }
    const actual = signingCertificates.flatMap((reading) =>
      reading.kind === 'certificate' ? describeCertificate(reading.certificate.x509) : [],
    )
    return { kind: 'passed', trust, at: at(first.element), actual: actual.join('\n') }
  },
}

function judge(reading: CertificateReading, now: Date): Fault<FaultCode<'metadata.signing-key'>> | undefined {
  const here = { kind: 'fault', trust, at: at(reading.element) } as const
  if (reading.kind === 'refused') {
    const code = reading.reason === 'private-key' ? 'metadata.signing-key.private' : 'metadata.signing-key.unreadable'
    return { ...here, code }
  }
  const { summary, x509 } = reading.certificate
  const way = judgeSummary(summary, now)
  if (way === undefined) return undefined
  const expected = way === 'short' ? `RSA with ${SHORTEST_RSA_BITS} bits or more` : `valid at ${now.toISOString()}`
  return { ...here, code: `metadata.signing-key.${way}`, expected, actual: describeCertificate(x509) }
}

function judgeSummary({ notBefore, notAfter, keyType, keyBits }: CertificateSummary, now: Date) {
  const left = Date.parse(notAfter) - now.getTime()
  if (left < 0) return 'expired'
  if (Date.parse(notBefore) > now.getTime()) return 'not-yet-valid'
  if (keyType === 'rsa' && keyBits !== null && keyBits < SHORTEST_RSA_BITS) return 'short'
  return left < SOON_MS ? 'expires-soon' : undefined
}
