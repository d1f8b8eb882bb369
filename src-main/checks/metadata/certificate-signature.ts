import { signatureAlgorithmOf } from '#main/pki/certificate/signature-algorithm.ts'
import { describeSummary } from '../certificates/describe-summary.ts'
import { hashOf } from '../certificates/weakness.ts'
import type { CheckOf } from '../finding/outcome.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

export const certificatesAreSignedWell: CheckOf<EntitySubject, 'metadata.certificate-signature'> = {
  code: 'metadata.certificate-signature',
  run({ entity, signingCertificates, encryptionCertificates }) {
    const readings = [...new Set([...signingCertificates, ...encryptionCertificates])]
    const faults = readings.flatMap((reading) => {
      if (reading.kind === 'refused') return []
      const { name, hash } = signatureAlgorithmOf(reading.certificate.der)
      const way = hashOf(hash)
      if (way === undefined) return []
      const code = `metadata.certificate-signature.${way}` as const
      const actual = `${describeSummary(reading.certificate.summary)} · ${name}`
      return [
        {
          kind: 'fault' as const,
          code,
          trust,
          at: at(reading.element),
          expected: 'SHA-256 or stronger',
          actual,
        } as const,
      ]
    })
    return faults.length > 0 ? faults : { kind: 'passed', trust, at: at(entity.element) }
  },
}
