import type { EvidenceReport } from '../evidence-report.ts'
import { type Html, html } from './html.ts'
import { openidMessages } from './openid-messages.ts'
import { section } from './section.ts'
import { facts, time, value, valueOr } from './value.ts'

/** What was asked and what came; the XML itself in the full variant only. */
export function messages({ request, message, openid }: EvidenceReport): Html | null {
  if (openid !== null) return openidMessages(openid)
  if (request === null && message === null) return null
  return section('Messages', html`${asked(request)}${came(message)}`)
}

const asked = (request: EvidenceReport['request']): Html | null =>
  request &&
  html`<h3>Request</h3>${facts([
    ['ID', value(request.id)],
    ['Sent to', value(request.destination)],
  ])}${source(request.xml)}`

const came = (message: EvidenceReport['message']): Html | null =>
  message &&
  html`<h3>Response</h3>${facts([
    ['Received', time(message.receivedAt)],
    ['Posted to', value(message.postedTo)],
    ['Relay state', message.relayState === null ? null : valueOr(message.relayState, 'none')],
  ])}${source(message.xml)}`

const source = (xml: string | null): Html | null => (xml === null ? null : html`<pre>${xml}</pre>`)
