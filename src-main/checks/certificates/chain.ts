import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { CheckOf, Fault } from '../finding/outcome.ts'
import { describeSummary } from './describe-summary.ts'
import { type CertificateSubject, trust } from './each-certificate.ts'

/** SAML needs no chain; whoever holds a pile of certificates wants to know what they are to each other. */
export const chainIsUnderstood: CheckOf<CertificateSubject, 'certificate.chain'> = {
  code: 'certificate.chain',
  run({ material: { certificates, chains } }) {
    if (certificates.length === 0) return { kind: 'not-verified', trust, detail: 'There is no certificate in it.' }
    const byThumbprint = new Map(certificates.map((each) => [each.sha256, each]))
    const tops = chains.flatMap((chain) => byThumbprint.get(chain.at(-1) ?? '') ?? [])
    const faults: Fault<FaultCode<'certificate.chain'>>[] = tops
      .filter(({ isSelfSigned }) => !isSelfSigned)
      .map((top) => ({
        kind: 'fault',
        code: 'certificate.chain.incomplete',
        trust,
        expected: top.issuer,
        actual: describeSummary(top),
      }))
    if (chains.length > 1) {
      const ends = chains.flatMap(([end = '']) => byThumbprint.get(end) ?? [])
      const actual = ends.map(describeSummary).join('\n')
      faults.push({ kind: 'fault', code: 'certificate.chain.several', trust, actual })
    }
    return faults.length > 0 ? faults : { kind: 'passed', trust }
  },
}
