import type { FaultCode } from '#shared/findings/catalogue.ts'
import { describeSummary } from '../certificates/describe-summary.ts'
import { datesOf, SHORTEST_RSA_BITS, strengthOf } from '../certificates/weakness.ts'
import type { CheckOf, Fault } from '../finding/outcome.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'
import type { CertificateReading } from './read-certificates.ts'

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
      reading.kind === 'certificate' ? describeSummary(reading.certificate.summary) : [],
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
  const { summary } = reading.certificate
  const actual = describeSummary(summary)
  const dates = datesOf(summary, now)
  if (dates === 'expired' || dates === 'not-yet-valid')
    return { ...here, code: `metadata.signing-key.${dates}`, expected: `valid at ${now.toISOString()}`, actual }
  const strength = strengthOf(summary)
  const expected = strength === 'short' ? `RSA with ${SHORTEST_RSA_BITS} bits or more` : 'P-256 or larger'
  if (strength !== undefined) return { ...here, code: `metadata.signing-key.${strength}`, expected, actual }
  if (dates === undefined) return undefined
  return { ...here, code: `metadata.signing-key.${dates}`, expected: `valid at ${now.toISOString()}`, actual }
}
