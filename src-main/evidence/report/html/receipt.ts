import { responseVerdictWords } from '#shared/findings/verdict-words.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { type Html, html } from './html.ts'
import { section } from './section.ts'
import { facts, time, value } from './value.ts'

/** The signed proof of the test, with what is needed to check it elsewhere. */
export function receipt({ receipt: signed, test }: EvidenceReport): Html | null {
  if (signed === null) return section('Receipt', html`<p>No receipt was made for this test.</p>`)
  const same = signed.configurationSha256 === test.configurationSha256
  return section(
    'Receipt',
    html`<p>${same ? 'Vouches for exactly the configuration shown above.' : 'Vouches for another configuration than the one shown above.'} The signature is Ed25519 over the members below without it, as canonical JSON (RFC 8785).</p>
${facts([
  ['Verdict', responseVerdictWords[signed.verdict].word],
  ['Tested', time(signed.testedAt)],
  ['Configuration', value(signed.configurationSha256)],
  ['Message', value(signed.messageSha256)],
  ['Codes', signed.codes.length === 0 ? 'none' : signed.codes.map((code) => html`<div>${value(code)}</div>`)],
  ['Key', value(signed.keyId)],
  ['Signature', value(signed.signature)],
])}`,
  )
}
