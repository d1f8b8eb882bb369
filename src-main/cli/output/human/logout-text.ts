import { logoutVerdictWords } from '#shared/findings/verdict-words.ts'
import type { LogoutJudgement } from '#shared/model/message-judgement.ts'
import { type Facts, factLines } from './fact-lines.ts'
import { findingsLines } from './findings-lines.ts'
import type { Paint } from './paint.ts'
import { signatureLines } from './signature-lines.ts'
import { summaryLine } from './summary-line.ts'
import { verdictLines, verdictLooks } from './verdict-lines.ts'

export interface JudgedLogout {
  readonly file: string
  readonly judgement: LogoutJudgement
}

/** A picture of each judgement for someone at a terminal. */
export function logoutText(judged: readonly JudgedLogout[], paint: Paint, verbose: boolean): string {
  const pictures = judged.map(({ file, judgement }) => logoutLines(file, judgement, paint, verbose).join('\n'))
  const words = judged.map(({ judgement }) => logoutVerdictWords[judgement.verdict].word)
  return `${[...pictures, ...summaryLine(words)].join('\n\n')}\n`
}

function logoutLines(file: string, judgement: LogoutJudgement, paint: Paint, verbose: boolean): string[] {
  const { verdict, logout, findings, signatures } = judgement
  return [
    ...verdictLines(logoutVerdictWords[verdict], verdictLooks[verdict], file, paint),
    ...(logout === null ? [] : ['', ...factLines(logoutFacts(logout), paint)]),
    ...findingsLines(findings, paint, verbose),
    ...signatureLines(signatures, findings, paint),
  ]
}

function logoutFacts(logout: NonNullable<LogoutJudgement['logout']>): Facts {
  const { kind, id, issuer, nameId, sessionIndexes, inResponseTo } = logout
  return [
    ['Message', kind],
    ['From', issuer],
    ['User', nameId],
    ['Sessions', sessionIndexes.length === 0 ? null : sessionIndexes.join(', ')],
    ['ID', id],
    ['Answers', inResponseTo],
  ]
}
