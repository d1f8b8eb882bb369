import { ownerWords, severityWords } from '#shared/findings/finding-words.ts'
import type { Cause } from '#shared/findings/group-findings.ts'
import type { Finding } from '#shared/model/finding.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { comparison, facts } from './value.ts'

/** A root cause with what follows from it, in one frame. */
export const causeCard = ({ cause, consequences }: Cause): Html =>
  html`<article class="card ${cause.severity}">
${findingBody(cause, 'Root cause')}
${
  consequences.length === 0
    ? null
    : html`<div class="follows"><h4>Follows from this</h4><ul class="lines">${consequences.map(findingLine)}</ul></div>`
}
</article>`

export const findingCard = (finding: Finding): Html =>
  html`<article class="card ${finding.severity}">${findingBody(finding)}</article>`

function findingBody(finding: Finding, role?: string): Html {
  const words = [severityWords[finding.severity], role].filter((word) => word !== undefined).join(' · ')
  return html`<p class="label">${icons[finding.severity]}${words}</p>
<h3>${finding.title}</h3>
<p>${finding.detail}</p>
${comparison(finding.expected, finding.actual)}
${facts([
  ['To do', finding.fix],
  ['Who', ownerWords[finding.owner]],
  ['Where', placeOf(finding)],
])}
<p class="code">${unverified(finding)}${finding.reference === undefined ? null : html`${finding.reference} · `}<code>${finding.code}</code></p>`
}

/** A finding in one or two lines, for consequences and for what is of less weight. */
export const findingLine = (finding: Finding): Html =>
  html`<li class="${finding.severity}">${icons[finding.severity]}<div><p><span class="aloud">${severityWords[finding.severity]}: </span>${finding.title}${
    finding.severity === 'passed' ? null : html` <span class="soft">${finding.detail}</span>`
  }</p>${comparison(finding.expected, finding.actual)}<p class="code">${unverified(finding)}<code>${finding.code}</code></p></div></li>`

const unverified = (finding: Finding) =>
  finding.unverified === true ? 'Read from a part that no trusted signature covers · ' : null

const placeOf = ({ location }: Finding): Html | null =>
  location === undefined
    ? null
    : html`line ${location.line}, column ${location.column} of ${location.document}: <bdi class="value">${brokenAtSlashes(location.path)}</bdi>`

const brokenAtSlashes = (path: string): Html[] => path.split(/(?=\/)/).map((part) => html`${part}<wbr>`)
