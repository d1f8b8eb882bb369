import type { TokenSignature } from '#shared/model/token-judgement.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { type Html, html } from './html.ts'
import { section, table } from './section.ts'
import { result } from './signature-result.ts'
import { value } from './value.ts'

/** How the ID Token was signed, and which of the provider's keys verified it. */
export function tokenSignatures({ openid, findings }: EvidenceReport): Html | null {
  const signatures = openid?.signatures ?? []
  if (signatures.length === 0) return section('Signature', html`<p>No signed ID Token came.</p>`)
  const refuted = findings.some(({ code, severity }) => code.startsWith('oidc.signature') && severity === 'error')
  return section(
    'Signature',
    table(
      ['Result', 'Covers', 'Algorithm', 'Key ID', 'Key of the provider'],
      signatures.map((signature) => [
        result(signature.verified, refuted),
        'ID Token',
        value(signature.algorithm),
        signature.keyId === null ? html`<span class="none">not given</span>` : value(signature.keyId),
        key(signature),
      ]),
    ),
  )
}

/** By its thumbprint (RFC 7638). */
const key = ({ keyThumbprint }: TokenSignature): Html =>
  keyThumbprint === undefined ? html`<span class="none">none fits</span>` : value(keyThumbprint)
