import { ownerWords } from '#shared/findings/finding-words.ts'
import { type Cause, groupFindings } from '#shared/findings/group-findings.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { type Html, html } from './html.ts'
import { section } from './section.ts'
import { value } from './value.ts'

/** One step for each root cause: what, by whom, and the value to enter. Nothing where there is nothing to mend. */
export function whatToDo({ findings }: EvidenceReport): Html | null {
  const steps = groupFindings(findings).causes.filter(needsDoing)
  return steps.length === 0 ? null : section('What to do', html`<ol class="steps">${steps.map(step)}</ol>`)
}

const needsDoing = ({ cause }: Cause) =>
  cause.fix !== undefined && (cause.severity === 'error' || cause.severity === 'warning')

const step = ({ cause }: Cause): Html =>
  html`<li><p>${cause.fix}</p>${
    cause.expected === undefined ? null : html`<p class="enter">${value(cause.expected)}</p>`
  }<p class="who">${ownerWords[cause.owner]}</p></li>`
