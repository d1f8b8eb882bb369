import { visibleText } from '#shared/comparison/visible-text.ts'
import { signaturesRefuted } from '#shared/findings/signatures-refuted.ts'
import type { Finding, Severity } from '#shared/model/finding.ts'
import type { SignatureSummary } from '#shared/model/judgement.ts'
import { icons, type Paint } from './paint.ts'

/** Each signature in a line: what it covers, whether it held, and by which certificate. */
export function signatureLines(
  signatures: readonly SignatureSummary[],
  findings: readonly Finding[],
  paint: Paint,
): string[] {
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
