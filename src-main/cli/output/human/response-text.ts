import { visibleText } from '#shared/comparison/visible-text.ts'
import { signaturesRefuted } from '#shared/findings/signatures-refuted.ts'
import { responseVerdictWords } from '#shared/findings/verdict-words.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { Identity } from '#shared/model/identity.ts'
import type { ResponseJudgement, SignatureSummary, Verdict } from '#shared/model/judgement.ts'
import { findingsLines } from './findings-lines.ts'
import { indent, labelled } from './lines.ts'
import { icons, type Paint } from './paint.ts'
import { summaryLine } from './summary-line.ts'
import { verdictLines } from './verdict-lines.ts'

export interface JudgedResponse {
  readonly file: string
  readonly judgement: ResponseJudgement
}

const looks: Readonly<Record<Verdict, Severity>> = { accepted: 'passed', rejected: 'error', undecided: 'not-verified' }

/** A picture of each judgement for someone at a terminal. */
export function responsesText(judged: readonly JudgedResponse[], paint: Paint, verbose: boolean): string {
  const pictures = judged.map(({ file, judgement }) => responseLines(file, judgement, paint, verbose).join('\n'))
  const words = judged.map(({ judgement }) => responseVerdictWords[judgement.verdict].word)
  return `${[...pictures, ...summaryLine(words)].join('\n\n')}\n`
}

function responseLines(file: string, judgement: ResponseJudgement, paint: Paint, verbose: boolean): string[] {
  const { verdict, identity, findings } = judgement
  return [
    ...verdictLines(responseVerdictWords[verdict], looks[verdict], file, paint),
    ...(identity === null ? [] : ['', ...indent(2, identityLines(identity, paint.width - 2))]),
    ...findingsLines(findings, paint, verbose),
    ...signatureLines(judgement, paint),
  ]
}

function identityLines({ nameId, issuer, profile, attributes }: Identity, width: number): string[] {
  const name = [profile.givenName, profile.familyName].filter((part) => part !== null).join(' ')
  const facts: readonly (readonly [string, string | null])[] = [
    ['User', nameId],
    ['E-mail', profile.email],
    ['Name', name === '' ? null : name],
    ['Groups', profile.groups?.join(', ') ?? null],
    ['From', issuer],
    ['Claims', `${Object.keys(attributes).length} attributes received`],
  ]
  return facts.flatMap(([label, value]) => (value === null ? [] : labelled(label, value, width)))
}

function signatureLines({ signatures, findings }: ResponseJudgement, paint: Paint): string[] {
  if (signatures.length === 0) return []
  const refuted = signaturesRefuted(findings)
  return [
    '',
    paint.bold('Signatures'),
    ...signatures.map((signature) => ` ${signatureLine(signature, refuted, paint)}`),
  ]
}

function signatureLine(signature: SignatureSummary, refuted: boolean, paint: Paint): string {
  const { verified, covers, algorithm, digest, certificateSha256 } = signature
  const severity: Severity = verified ? 'passed' : refuted ? 'error' : 'not-verified'
  const by = certificateSha256 === undefined ? '' : `, certificate …${certificateSha256.slice(-8)}`
  const says = `${covers} ${verified ? 'verified' : 'not verified'}, ${shortName(algorithm)} over ${shortName(digest)}${by}`
  return `${paint.severity(severity, icons[severity])} ${visibleText(says)}`
}

/** The end of an algorithm's URI says it all: `rsa-sha256`. */
const shortName = (uri: string) => uri.slice(uri.lastIndexOf('#') + 1)
