import type { FaultCode } from '#shared/findings/catalogue.ts'
import { describeSummary } from '../certificates/describe-summary.ts'
import { datesOf, SHORTEST_RSA_BITS, strengthOf } from '../certificates/weakness.ts'
import type { CheckOf, Fault } from '../finding/outcome.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'
import type { CertificateReading } from './read-certificates.ts'

type EncryptionFault = Fault<FaultCode<'metadata.encryption-key'>>

/** Of service providers: to their keys assertions are encrypted. What is also for signing is judged there. */
export const encryptionKeysAreUsable: CheckOf<EntitySubject, 'metadata.encryption-key'> = {
  code: 'metadata.encryption-key',
  run({ entity, signingCertificates, encryptionCertificates, context: { now } }) {
    const judgedAlready = new Set(signingCertificates)
    const own = encryptionCertificates.filter((reading) => !judgedAlready.has(reading))
    const faults = own.flatMap((reading) => judge(reading, now) ?? [])
    if (faults.length > 0) return faults
    const [role] = entity.serviceProviders
    const actual = own.flatMap((each) => (each.kind === 'certificate' ? describeSummary(each.certificate.summary) : []))
    const detail = encryptionCertificates.length === 0 ? 'Nothing can be encrypted to it.' : undefined
    return {
      kind: 'passed',
      trust,
      at: at(own[0]?.element ?? (role ?? entity).element),
      detail,
      ...(actual.length > 0 && { actual: actual.join('\n') }),
    }
  },
}

function judge(reading: CertificateReading, now: Date): EncryptionFault | undefined {
  const here = { kind: 'fault', trust, at: at(reading.element) } as const
  if (reading.kind === 'refused') {
    const way = reading.reason === 'private-key' ? 'private' : 'unreadable'
    return { ...here, code: `metadata.encryption-key.${way}` }
  }
  const { summary } = reading.certificate
  const evidence = { ...here, actual: describeSummary(summary) }
  const dates = datesOf(summary, now)
  if (dates !== undefined)
    return { ...evidence, code: `metadata.encryption-key.${dates}`, expected: `valid at ${now.toISOString()}` }
  if (strengthOf(summary) === 'short')
    return {
      ...evidence,
      code: 'metadata.encryption-key.short',
      expected: `RSA with ${SHORTEST_RSA_BITS} bits or more`,
    }
  if (summary.keyType !== 'rsa' && summary.keyType !== 'unknown')
    return {
      ...evidence,
      code: 'metadata.encryption-key.not-rsa',
      expected: 'RSA',
      actual: summary.keyType.toUpperCase(),
    }
  return undefined
}
