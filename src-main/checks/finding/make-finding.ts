import { type CheckCode, checkText, faultText } from '#shared/findings/catalogue.ts'
import type { FaultSeverity } from '#shared/findings/finding-text.ts'
import { nearMiss } from '#shared/findings/near-miss.ts'
import type { Finding, Severity } from '#shared/model/finding.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import type { Fault, NotVerified, Outcome, Passed } from './outcome.ts'

export interface FindingPolicy {
  readonly mode: JudgingMode
  /** Checks whose claim must arrive. */
  readonly required: ReadonlySet<CheckCode>
}

/** Words and severity come from the catalogue; the check brings the evidence. */
export function makeFinding(code: CheckCode, outcome: Outcome, policy: FindingPolicy): Finding {
  switch (outcome.kind) {
    case 'passed':
      return outcome.trust === 'verified' ? passed(code, outcome) : fitsButUnsigned(code, outcome)
    case 'not-verified':
      return notVerified(code, outcome)
    case 'fault':
      return fault(code, outcome, policy)
  }
}

function passed(code: CheckCode, outcome: Passed): Finding {
  const { passed: title, owner, reference } = checkText(code)
  return {
    code,
    severity: 'passed',
    title,
    detail: outcome.detail ?? '',
    ...evidence(outcome),
    rootCause: false,
    owner,
    reference,
  }
}

/** A value that fits but that nobody vouches for has not passed. */
function fitsButUnsigned(code: CheckCode, outcome: Passed): Finding {
  const { about, owner, reference } = checkText(code)
  return {
    code,
    severity: 'not-verified',
    title: `${about}: it fits, but it is not signed.`,
    detail: outcome.detail ?? 'No signature of a key we trust covers this value.',
    ...evidence(outcome),
    unverified: true,
    rootCause: false,
    owner,
    reference,
  }
}

function notVerified(code: CheckCode, outcome: NotVerified): Finding {
  const { about, owner, reference } = checkText(code)
  return {
    code,
    severity: 'not-verified',
    title: `${about}: not checked.`,
    detail: outcome.detail,
    ...evidence(outcome),
    rootCause: false,
    owner,
    reference,
  }
}

function fault(check: CheckCode, outcome: Fault, policy: FindingPolicy): Finding {
  const text = faultText(outcome.code)
  return {
    code: outcome.code,
    severity: severityOf(text.severity, check, policy),
    title: text.title,
    detail: outcome.detail ?? explain(text.detail, outcome),
    ...evidence(outcome),
    ...(outcome.trust === 'unverified' ? { unverified: true as const } : {}),
    rootCause: false,
    owner: text.owner,
    fix: text.fix,
    reference: text.reference ?? checkText(check).reference,
  }
}

/** Where two values differ by one of the usual slips, that is what to say. */
function explain(detail: string, { expected, actual }: Fault): string {
  const slip = expected === undefined || actual === undefined ? undefined : nearMiss(expected, actual)
  return slip === undefined ? detail : `${detail} ${slip}`
}

function severityOf(severity: FaultSeverity, check: CheckCode, { mode, required }: FindingPolicy): Severity {
  if (severity === 'policy') return mode === 'strict' ? 'error' : 'warning'
  if (severity === 'when-required') return required.has(check) ? 'error' : 'warning'
  return severity
}

function evidence({ expected, actual, at }: Outcome) {
  return {
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(at === undefined ? {} : { location: at.place() }),
  }
}
