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
  return findingOf({ code, severity: 'passed', title, detail: outcome.detail ?? '', owner, reference }, outcome)
}

/** A value that fits but that nobody vouches for has not passed. */
function fitsButUnsigned(code: CheckCode, outcome: Passed): Finding {
  const { about, owner, reference } = checkText(code)
  const title = `${about}: it fits, but it is not signed.`
  const detail = outcome.detail ?? 'No signature of a key we trust covers this value.'
  return findingOf({ code, severity: 'not-verified', title, detail, owner, reference }, outcome, true)
}

function notVerified(code: CheckCode, outcome: NotVerified): Finding {
  const { about, owner, reference } = checkText(code)
  const title = `${about}: not checked.`
  return findingOf({ code, severity: 'not-verified', title, detail: outcome.detail, owner, reference }, outcome)
}

function fault(check: CheckCode, outcome: Fault, policy: FindingPolicy): Finding {
  const { title, detail, owner, fix, reference = checkText(check).reference, severity } = faultText(outcome.code)
  const words = {
    code: outcome.code,
    severity: severityOf(severity, check, policy),
    title,
    detail: outcome.detail ?? explain(detail, outcome),
    owner: outcome.advice?.owner ?? owner,
    fix: outcome.advice?.fix ?? fix,
    reference,
  }
  return findingOf(words, outcome, outcome.trust === 'unverified')
}

type Words = Pick<Finding, 'code' | 'severity' | 'title' | 'detail' | 'owner' | 'fix' | 'reference'>

/** Member by member, in the order in which they are read: spreading parts together took a tenth of the time of a judgement. */
function findingOf(words: Words, { expected, actual, at }: Outcome, unverified = false): Finding {
  const { code, severity, title, detail, owner, fix, reference } = words
  const finding: Partial<Finding> = { code, severity, title, detail }
  if (expected !== undefined) finding.expected = expected
  if (actual !== undefined) finding.actual = actual
  if (at !== undefined) finding.location = at.place()
  if (unverified) finding.unverified = true
  finding.rootCause = false
  finding.owner = owner
  if (fix !== undefined) finding.fix = fix
  if (reference !== undefined) finding.reference = reference
  return finding as Finding
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
