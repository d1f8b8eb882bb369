import { signaturesRefuted } from '#shared/findings/signatures-refuted.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { type Html, html } from './html.ts'
import { section, table } from './section.ts'
import { result } from './signature-result.ts'
import { tokenSignatures } from './token-signatures.ts'
import { value } from './value.ts'

/** Each signature in the message, and the certificate that verified it. */
export function signatures(report: EvidenceReport): Html | null {
  if (report.openid !== null) return tokenSignatures(report)
  if (report.message === null && report.signatures.length === 0) return null
  if (report.signatures.length === 0) return section('Signatures', html`<p>The message holds no signature.</p>`)
  const refuted = signaturesRefuted(report.findings)
  return section(
    'Signatures',
    table(
      ['Result', 'Covers', 'Algorithm', 'Digest', 'Certificate'],
      report.signatures.map((signature) => [
        result(signature.verified, refuted),
        value(signature.covers),
        value(shortName(signature.algorithm)),
        value(shortName(signature.digest)),
        signature.certificateSha256 === undefined
          ? html`<span class="none">none fits</span>`
          : thumbprintEnd(signature.certificateSha256),
      ]),
    ),
  )
}

/** The end of an algorithm's URI says it all: `rsa-sha256`. */
const shortName = (uri: string) => uri.slice(uri.lastIndexOf('#') + 1)

/** Certificates are told apart by the last eight digits of their thumbprint. */
export const thumbprintEnd = (sha256: string): Html => html`<bdi class="value">…${sha256.slice(-8)}</bdi>`
