import type { Finding, Owner } from '#shared/model/finding.ts'
import { FaultId } from '#shared/model/practice-idp.ts'
import type { Problem } from '#shared/model/problem.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import type { CureStep } from '#shared/practice-faults/fault-text.ts'

/** All that somebody knows who reads the first line of a verdict and what it says to do. */
export interface Advice {
  /** Null where a problem is told, not a finding. */
  readonly owner: Owner | null
  readonly words: string
  /** The value beside it. */
  readonly received: string | undefined
}

/** Undefined where nothing is left to do. */
export function adviceIn(result: TestRun | Problem): Advice | undefined {
  if (!('judgement' in result)) return { owner: null, words: result.remedy, received: undefined }
  if (result.judgement === null) return { owner: null, words: result.problem?.remedy ?? '', received: undefined }
  return adviceOf(result.judgement.findings)
}

/** Undefined where nothing is left to do. */
export function adviceOf(findings: readonly Finding[]): Advice | undefined {
  const first = firstLine(findings)
  return first && { owner: first.owner, words: first.fix ?? '', received: first.actual }
}

/** A root cause; where the login is accepted all the same, a warning. */
export const firstLine = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ rootCause }) => rootCause) ?? findings.find(({ severity }) => severity === 'warning')

/** Whatever the advice is the cue for, found by its words and by whom they are for; nothing else is known of the fault. */
export function curesFor({ owner, words }: Advice): { steps: readonly CureStep[]; switches: readonly FaultId[] } {
  const found = FaultId.options.filter((id) => {
    const { cure } = faultCatalogue[id]
    return cure.owner === owner && words.includes(cure.cue)
  })
  return { steps: [...new Set(found.flatMap((id) => faultCatalogue[id].cure.steps))], switches: found }
}
