import { html } from './html.ts'
import type { Page } from './layout.ts'

export interface ProblemView {
  readonly what: string
  readonly remedy: string
  /** What a person compares: label and value. */
  readonly values?: Readonly<Record<string, string>>
}

export function problemPage({ what, remedy, values = {} }: ProblemView): Page {
  const rows = Object.entries(values)
  return {
    title: what.replace(/\.$/, ''),
    narrow: true,
    body: html`
<h1>${what}</h1>
<p class="lead">${remedy}</p>
${rows.length > 0 && html`<div class="card"><dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl></div>`}
<p class="row"><a href="/">Practice identity provider: applications, people and faults</a></p>`,
  }
}
