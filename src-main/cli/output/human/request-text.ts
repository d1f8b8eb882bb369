import { requestVerdictWords } from '#shared/findings/verdict-words.ts'
import type { RequestJudgement } from '#shared/model/message-judgement.ts'
import { type Facts, factLines } from './fact-lines.ts'
import { findingsLines } from './findings-lines.ts'
import type { Paint } from './paint.ts'
import { signatureLines } from './signature-lines.ts'
import { summaryLine } from './summary-line.ts'
import { verdictLines, verdictLooks } from './verdict-lines.ts'

export interface JudgedRequest {
  readonly file: string
  readonly judgement: RequestJudgement
}

/** A picture of each judgement for someone at a terminal. */
export function requestText(judged: readonly JudgedRequest[], paint: Paint, verbose: boolean): string {
  const pictures = judged.map(({ file, judgement }) => requestLines(file, judgement, paint, verbose).join('\n'))
  const words = judged.map(({ judgement }) => requestVerdictWords[judgement.verdict].word)
  return `${[...pictures, ...summaryLine(words)].join('\n\n')}\n`
}

function requestLines(file: string, judgement: RequestJudgement, paint: Paint, verbose: boolean): string[] {
  const { verdict, request, findings, signatures } = judgement
  return [
    ...verdictLines(requestVerdictWords[verdict], verdictLooks[verdict], file, paint),
    ...(request === null ? [] : ['', ...factLines(requestFacts(request), paint)]),
    ...findingsLines(findings, paint, verbose),
    ...signatureLines(signatures, findings, paint),
  ]
}

function requestFacts(request: NonNullable<RequestJudgement['request']>): Facts {
  const { id, issuer, destination, acsUrl, nameIdFormat, forceAuthn, isPassive } = request
  return [
    ['From', issuer],
    ['To', destination],
    ['Answer to', acsUrl],
    ['NameID', nameIdFormat],
    ['ID', id],
    ['Asks', asks(forceAuthn, isPassive)],
  ]
}

function asks(forceAuthn: boolean, isPassive: boolean): string | null {
  const wishes = [
    ...(forceAuthn ? ['sign in again (ForceAuthn)'] : []),
    ...(isPassive ? ['without any screen (IsPassive)'] : []),
  ]
  return wishes.length === 0 ? null : wishes.join(', ')
}
