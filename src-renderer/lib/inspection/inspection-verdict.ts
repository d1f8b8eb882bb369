import { groupFindings } from '#shared/findings/group-findings.ts'
import { inspectedKindWords, inspectionVerdictWords } from '#shared/findings/inspection-words.ts'
import { assertionVerdictWords, metadataVerdictWords, responseVerdictWords } from '#shared/findings/verdict-words.ts'
import type { Finding, Severity } from '#shared/model/finding.ts'
import type { InspectedPart, Inspection } from '#shared/model/inspection.ts'
import type { RunVerdict } from '../findings/run-verdict.ts'

type Thing = Inspection | InspectedPart

/** What something comes to, in one word and one sentence. What nobody could verify never looks verified. */
export function inspectionVerdict(thing: Thing): RunVerdict {
  const word = inspectedKindWords[thing.kind].name
  if (thing.verdict === 'unrecognised')
    return { severity: 'not-verified', word, sentence: inspectionVerdictWords.unrecognised.says }
  if (thing.verdict === 'faulty') return { severity: 'error', word, sentence: faultySentence(thing) }
  return { severity: severityOf(thing.findings), word, sentence: recognisedSentence(thing) }
}

export const errorsOf = ({ findings }: Thing): Finding[] =>
  groupFindings(findings)
    .causes.map(({ cause }) => cause)
    .filter(({ severity }) => severity === 'error')

function faultySentence(thing: Thing): string {
  const [first, ...others] = errorsOf(thing)
  if (first === undefined) return faultsInside(thing) ?? inspectionVerdictWords.faulty.says
  if (others.length === 0) return first.title
  return `${first.title} ${others.length === 1 ? 'One more thing is' : `${others.length} more things are`} wrong.`
}

/** Of a recording, which is itself in order. */
function faultsInside(thing: Thing): string | null {
  const parts = 'parts' in thing ? thing.parts : []
  const faulty = parts.filter(({ verdict }) => verdict === 'faulty').length
  if (faulty === 0) return null
  if (parts.length === 1) return 'What was found inside is faulty.'
  return `Of ${parts.length} things found inside, ${faulty === 1 ? 'one is' : `${faulty} are`} faulty.`
}

function recognisedSentence({ judgement }: Thing): string {
  if (judgement?.by === 'response') return responseVerdictWords[judgement.verdict].says
  if (judgement?.by === 'assertion') return assertionVerdictWords[judgement.verdict].says
  if (judgement?.by === 'metadata') return metadataVerdictWords[judgement.verdict].says
  return inspectionVerdictWords.recognised.says
}

function severityOf(findings: readonly Finding[]): Severity {
  const has = (severity: Severity) => findings.some((finding) => finding.severity === severity)
  if (has('warning')) return 'warning'
  if (has('not-verified')) return 'not-verified'
  return has('passed') ? 'passed' : 'info'
}
