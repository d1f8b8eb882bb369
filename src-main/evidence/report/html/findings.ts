import { groupFindings } from '#shared/findings/group-findings.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { causeCard, findingCard, findingLine } from './finding.ts'
import { type Html, html } from './html.ts'
import { section } from './section.ts'

/** All findings: root causes with their consequences first, then the rest, gravest first. */
export function findings({ findings: all }: EvidenceReport): Html | null {
  if (all.length === 0) return null
  const { causes, rest } = groupFindings(all)
  return section(
    'Findings',
    html`${causes.map(causeCard)}
${[...rest.error, ...rest.warning].map(findingCard)}
${lines('Not verified', 'not-verified', rest['not-verified'])}
${lines('Notes', 'info', rest.info)}
${lines('Passed', 'passed', rest.passed)}`,
  )
}

const lines = (title: string, look: string, list: readonly Finding[]): Html | null =>
  list.length === 0
    ? null
    : html`<div class="group ${look}"><h3>${title} <span class="count">${list.length}</span></h3>
<ul class="lines">${list.map(findingLine)}</ul></div>`
