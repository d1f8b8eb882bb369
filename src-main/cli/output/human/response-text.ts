import { responseVerdictWords } from '#shared/findings/verdict-words.ts'
import type { Identity } from '#shared/model/identity.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import { type Facts, factLines } from './fact-lines.ts'
import { findingsLines } from './findings-lines.ts'
import type { Paint } from './paint.ts'
import { signatureLines } from './signature-lines.ts'
import { summaryLine } from './summary-line.ts'
import { verdictLines, verdictLooks } from './verdict-lines.ts'

export interface JudgedResponse {
  readonly file: string
  readonly judgement: ResponseJudgement
}

/** A picture of each judgement for someone at a terminal. */
export function responsesText(judged: readonly JudgedResponse[], paint: Paint, verbose: boolean): string {
  const pictures = judged.map(({ file, judgement }) => responseLines(file, judgement, paint, verbose).join('\n'))
  const words = judged.map(({ judgement }) => responseVerdictWords[judgement.verdict].word)
  return `${[...pictures, ...summaryLine(words)].join('\n\n')}\n`
}

function responseLines(file: string, judgement: ResponseJudgement, paint: Paint, verbose: boolean): string[] {
  const { verdict, identity, findings } = judgement
  return [
    ...verdictLines(responseVerdictWords[verdict], verdictLooks[verdict], file, paint),
    ...(identity === null ? [] : ['', ...factLines(identityFacts(identity), paint)]),
    ...findingsLines(findings, paint, verbose),
    ...signatureLines(judgement.signatures, findings, paint),
  ]
}

function identityFacts({ nameId, issuer, profile, attributes }: Identity): Facts {
  const name = [profile.givenName, profile.familyName].filter((part) => part !== null).join(' ')
  return [
    ['User', nameId],
    ['E-mail', profile.email],
    ['Name', name === '' ? null : name],
    ['Groups', profile.groups?.join(', ') ?? null],
    ['From', issuer],
    ['Claims', `${Object.keys(attributes).length} attributes received`],
  ]
}
