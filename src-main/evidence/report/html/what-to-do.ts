import { ownerWords } from '#shared/findings/finding-words.ts'
import { groupFindings } from '#shared/findings/group-findings.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { type Html, html } from './html.ts'
import { section } from './section.ts'
import { value } from './value.ts'

/** One step for each fault that follows from no other: what, by whom, and the value to enter. Nothing where there is nothing to mend. */
export function whatToDo({ findings }: EvidenceReport): Html | null {
  const { causes, rest } = groupFindings(findings)
  const faults = [...causes.map(({ cause }) => cause), ...rest.error, ...rest.warning]
  const steps = faults.filter(({ fix, severity }) => fix !== undefined && severity !== 'info')
  return steps.length === 0 ? null : section('What to do', html`<ol class="steps">${steps.map(step)}</ol>`)
}

/** The fix of a wrong time or number names no value to enter; that of a wrong name or address does. */
const isToEnter = /\bexpected value\b/

const step = ({ fix = '', expected, owner }: Finding): Html =>
  html`<li><p>${fix}</p>${
    expected === undefined || !isToEnter.test(fix) ? null : html`<p class="enter">${value(expected)}</p>`
  }<p class="who">${ownerWords[owner]}</p></li>`
