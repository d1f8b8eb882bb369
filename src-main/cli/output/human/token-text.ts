import { visibleText } from '#shared/comparison/visible-text.ts'
import { tokenVerdictWords } from '#shared/findings/verdict-words.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { TokenIdentity, TokenJudgement, TokenSignature } from '#shared/model/token-judgement.ts'
import { type Facts, factLines } from './fact-lines.ts'
import { findingsLines } from './findings-lines.ts'
import { icons, type Paint } from './paint.ts'
import { summaryLine } from './summary-line.ts'
import { verdictLines, verdictLooks } from './verdict-lines.ts'

export interface JudgedToken {
  readonly file: string
  readonly judgement: TokenJudgement
}

/** A picture of each judgement for someone at a terminal. */
export function tokenText(judged: readonly JudgedToken[], paint: Paint, verbose: boolean): string {
  const pictures = judged.map(({ file, judgement }) => tokenLines(file, judgement, paint, verbose).join('\n'))
  const words = judged.map(({ judgement }) => tokenVerdictWords[judgement.verdict].word)
  return `${[...pictures, ...summaryLine(words)].join('\n\n')}\n`
}

function tokenLines(file: string, judgement: TokenJudgement, paint: Paint, verbose: boolean): string[] {
  const { verdict, identity, token, findings, signatures } = judgement
  const facts = identity === null ? claimFacts(token?.claims ?? {}) : identityFacts(identity)
  return [
    ...verdictLines(tokenVerdictWords[verdict], verdictLooks[verdict], file, paint),
    ...(token === null ? [] : ['', ...factLines(facts, paint)]),
    ...findingsLines(findings, paint, verbose),
    ...signatures.flatMap((signature) => [
      '',
      paint.bold('Signature'),
      ` ${signatureLine(signature, findings, paint)}`,
    ]),
  ]
}

function identityFacts({ subject, issuer, tenant, profile, claims }: TokenIdentity): Facts {
  const name = [profile.givenName, profile.familyName].filter((part) => part !== null).join(' ')
  return [
    ['User', subject],
    ['E-mail', profile.email],
    ['Name', name === '' ? null : name],
    ['Groups', profile.groups?.join(', ') ?? null],
    ['From', issuer],
    ['Tenant', tenant],
    ['Claims', `${Object.keys(claims).length} claims received`],
  ]
}

/** What a token says that is not believed: marked as such. */
function claimFacts(claims: NonNullable<TokenJudgement['token']>['claims']): Facts {
  const said = (name: string) => {
    const value = claims[name]
    return value === undefined ? null : `${typeof value === 'string' ? value : JSON.stringify(value)} (claimed)`
  }
  return [
    ['User', said('sub')],
    ['From', said('iss')],
    ['For', said('aud')],
  ]
}

function signatureLine(signature: TokenSignature, findings: TokenJudgement['findings'], paint: Paint): string {
  const { verified, algorithm, keyId, keyThumbprint } = signature
  const refuted = findings.some(
    ({ code, severity }) => severity === 'error' && /^oidc\.(?:signature|algorithm|key)\./.test(code),
  )
  const severity: Severity = verified ? 'passed' : refuted ? 'error' : 'not-verified'
  const key = keyThumbprint ?? keyId
  const says = `token ${verified ? 'verified' : 'not verified'}, ${algorithm || 'no algorithm'}${key === null ? '' : `, key ${key}`}`
  return `${paint.severity(severity, icons[severity])} ${visibleText(says)}`
}
