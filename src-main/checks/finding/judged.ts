import type { CheckCode } from '#shared/findings/catalogue.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import { markRootCauses } from '../root-cause/mark-root-causes.ts'
import { type FindingPolicy, makeFinding } from './make-finding.ts'
import type { Check, Outcome } from './outcome.ts'

/** A check's code and what came of it. */
export type Judged = readonly [code: CheckCode, outcome: Outcome]

/** Runs a whole table. */
export function runChecks<Subject>(checks: readonly Check<Subject>[], subject: Subject): Judged[] {
  const judged: Judged[] = []
  for (const { code, run } of checks) {
    const outcome = run(subject)
    if ('kind' in outcome) judged.push([code, outcome])
    else for (const each of outcome) judged.push([code, each])
  }
  return judged
}

/** Everything that was not reached, because the message could not be read. */
export const notReached = (
  checks: readonly { readonly code: CheckCode }[],
  judged: readonly Judged[],
  detail = 'The message could not be read.',
): Judged[] => {
  const reached = new Set(judged.map(([code]) => code))
  const codes = new Set(checks.map(({ code }) => code).filter((code) => !reached.has(code)))
  return [...codes].map((code) => [code, { kind: 'not-verified', trust: 'unverified', detail }])
}

export const makeFindings = (judged: readonly Judged[], policy: FindingPolicy): Finding[] =>
  markRootCauses(judged.map(([code, outcome]) => makeFinding(code, outcome, policy)))

/** Of a message that is accepted unless something refutes it. */
export const verdictWithoutTrust = (findings: readonly Finding[]): Verdict =>
  findings.some(({ severity }) => severity === 'error') ? 'rejected' : 'accepted'
