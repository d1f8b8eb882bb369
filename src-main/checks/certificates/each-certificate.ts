import type { CheckCode, FaultCode } from '#shared/findings/catalogue.ts'
import type { CertificateDetails, KeyMaterial } from '#shared/model/key-material.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import type { CheckOf, Fault, NotVerified, Passed } from '../finding/outcome.ts'
import { describeSummary } from './describe-summary.ts'

export interface CertificateContext {
  readonly now: Date
  readonly mode: JudgingMode
}

export interface CertificateSubject {
  readonly material: KeyMaterial
  readonly context: CertificateContext
}

/** What somebody holds in their hands is what is judged: there is nobody else to vouch for it. */
export const trust = 'verified'

type Judged<Code extends CheckCode> = Passed | NotVerified | Fault<FaultCode<Code>>
/** A fault's code, or why it could not be judged; undefined where the certificate passes. */
type Says<Code extends CheckCode> =
  | { readonly code: FaultCode<Code>; readonly expected?: string; readonly actual?: string }
  | { readonly detail: string }
  | undefined

/** A check of every certificate: one outcome for each that fails, or one that says they all pass. */
export function onEachCertificate<Code extends CheckCode>(
  code: Code,
  judge: (certificate: CertificateDetails, subject: CertificateSubject) => Says<Code>,
): CheckOf<CertificateSubject, Code> {
  return {
    code,
    run(subject) {
      const { certificates } = subject.material
      if (certificates.length === 0) return { kind: 'not-verified', trust, detail: 'There is no certificate in it.' }
      const told = certificates.flatMap((each) => outcomeOf(judge(each, subject), each) ?? [])
      return told.length > 0 ? told : { kind: 'passed', trust, actual: certificates.map(describeSummary).join('\n') }
    },
  }
}

function outcomeOf<Code extends CheckCode>(
  says: Says<Code>,
  certificate: CertificateDetails,
): Judged<Code> | undefined {
  if (says === undefined) return undefined
  const actual = describeSummary(certificate)
  if ('detail' in says) return { kind: 'not-verified', trust, detail: says.detail, actual }
  const { code, expected, actual: more } = says
  return { kind: 'fault', code, trust, expected, actual: more === undefined ? actual : `${actual} · ${more}` }
}
