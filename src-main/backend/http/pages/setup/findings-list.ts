import { ownerWords, severityWords } from '#shared/findings/finding-words.ts'
import { groupFindings } from '#shared/findings/group-findings.ts'
import type { Finding } from '#shared/model/finding.ts'
import { type Html, html } from '../html.ts'

/** What was found, the root causes first with what follows from them; what passed is a number. */
export function findingsList(findings: readonly Finding[]): Html {
  const { causes, rest } = groupFindings(findings)
  const shown = [...rest.error, ...rest.warning]
  return html`
${causes.map(({ cause, consequences }) => html`${finding(cause)}${following(consequences)}`)}
${shown.map(finding)}
<p class="note">${rest.passed.length} checks passed${rest['not-verified'].length === 0 ? '' : `, ${rest['not-verified'].length} could not be made`}.</p>`
}

const finding = ({ code, severity, title, detail, expected, actual, fix, owner }: Finding): Html => html`
<section class="finding"><h2><span class="severity ${severity}">${severityWords[severity]}</span>${title}</h2>
<p>${detail}</p>
${expected === undefined && actual === undefined ? null : html`<dl><dt>Expected</dt><dd><code>${expected ?? 'nothing'}</code></dd><dt>Received</dt><dd><code>${actual ?? 'nothing'}</code></dd></dl>`}
${fix === undefined ? null : html`<p><strong>${ownerWords[owner]}:</strong> ${fix}</p>`}
<p><code>${code}</code></p></section>`

const following = (findings: readonly Finding[]): Html =>
  findings.length === 0
    ? html``
    : html`<details><summary>What follows from it (${findings.length})</summary>${findings.map(finding)}</details>`

/** One sentence, its colour and word agreeing. */
export const verdictBox = (kind: 'good' | 'bad' | 'open', word: string, says: string): Html =>
  html`<div class="verdict ${kind}" role="status"><p><strong>${word}</strong>${says}</p></div>`
