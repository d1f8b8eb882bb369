import type { TimelineEvent } from '#shared/model/test-run.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { type Html, html } from './html.ts'
import { section, table } from './section.ts'
import { facts, time, value } from './value.ts'

/** What passed during the test, and when. */
export function timeline({ timeline: events, test, message, openid, timing }: EvidenceReport): Html | null {
  const receivedAt = message?.receivedAt ?? openid?.callback?.receivedAt
  return section(
    'Timeline',
    html`${events.length === 0 ? null : table(['After', 'What happened'], events.map(row))}
<h3>Times</h3>
${facts([
  ['Begun', time(test.startedAt)],
  ['Response received', receivedAt === undefined ? null : time(receivedAt)],
  ['Ended', test.endedAt && time(test.endedAt)],
  ['Took', test.endedAt && seconds(Date.parse(test.endedAt) - Date.parse(test.startedAt))],
  ['Judging took', judging(timing)],
])}`,
  )
}

const row = ({ at, says, method, url, status }: TimelineEvent) => [
  seconds(at),
  html`<p>${says}</p>${url === null ? null : html`<p class="soft">${method === null ? null : `${method} `}${value(url)}${status === null ? null : ` → ${status}`}</p>`}`,
]

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`

function judging(timing: Readonly<Record<string, number>>): string | null {
  const parts = Object.entries(timing).map(([name, milliseconds]) => `${name} ${milliseconds.toFixed(1)} ms`)
  return parts.length === 0 ? null : parts.join(', ')
}
