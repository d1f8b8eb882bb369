import { groupFindings } from '#shared/findings/group-findings.ts'
import { responseVerdictWords, tokenVerdictWords } from '#shared/findings/verdict-words.ts'
import type { Finding, Severity } from '#shared/model/finding.ts'
import type { ResponseJudgement, Verdict } from '#shared/model/judgement.ts'
import type { TestRun } from '#shared/model/test-run.ts'

/** What a run comes to, in one word and one sentence; colour and icon follow from `severity`. */
export interface RunVerdict {
  readonly severity: Severity
  readonly word: string
  readonly sentence: string
}

export const verdictSeverity: Readonly<Record<Verdict, Severity>> = {
  accepted: 'passed',
  rejected: 'error',
  undecided: 'not-verified',
}

/** @returns null while the run is going on */
export function runVerdict(run: TestRun): RunVerdict | null {
  if (run.state === 'running') return null
  if (run.judgement !== null)
    return judgementVerdict(run.judgement, run.openid === null ? responseVerdictWords : tokenVerdictWords)
  const sentence = run.problem?.what ?? 'The test login ended before the identity provider answered.'
  return run.state === 'stopped'
    ? { severity: 'not-verified', word: 'Stopped', sentence }
    : { severity: 'error', word: 'Failed', sentence }
}

function judgementVerdict({ verdict, findings }: ResponseJudgement, words: typeof responseVerdictWords): RunVerdict {
  const { word, says } = words[verdict]
  return { severity: verdictSeverity[verdict], word, sentence: sentenceOf(verdict, says, findings) }
}

function sentenceOf(verdict: Verdict, says: string, findings: readonly Finding[]): string {
  const roots = groupFindings(findings).causes.map(({ cause }) => cause)
  const errors = roots.filter(({ severity }) => severity === 'error')
  if (verdict === 'rejected')
    return joined(errors[0]?.title ?? says, others(errors.length - 1, 'thing is', 'things are'))
  return verdict === 'accepted' ? joined(says, warningsIn(findings)) : says
}

function warningsIn(findings: readonly Finding[]): string {
  const count = findings.filter(({ severity }) => severity === 'warning').length
  if (count === 0) return ''
  return count === 1 ? 'There is one warning.' : `There are ${count} warnings.`
}

function others(count: number, one: string, several: string): string {
  if (count <= 0) return ''
  return count === 1 ? `One more ${one} wrong.` : `${count} more ${several} wrong.`
}

const joined = (...sentences: string[]) => sentences.filter((sentence) => sentence !== '').join(' ')
