import { exchangePurposes } from '#shared/findings/exchange-words.ts'
import type { OpenidExchange } from '#shared/model/openid-run.ts'
import type { ReportOpenidRun } from '../openid-report.ts'
import { type Html, html } from './html.ts'
import { section } from './section.ts'
import { facts, time, value } from './value.ts'

/** What the browser asked and brought back, then what the application asked the provider itself. */
export const openidMessages = ({
  request,
  callback,
  exchanges,
  documents,
  refresh,
  logout,
}: ReportOpenidRun): Html | null =>
  section(
    'Messages',
    html`<p class="soft">Secrets, codes and tokens are masked.</p>
<h3>Authorization request</h3>${facts([
      ['Sent to', value(request.endpoint)],
      ['Sent by', request.isPushed ? 'the application, pushed (RFC 9126)' : 'the browser'],
    ])}${fields(request.parameters)}
${
  callback &&
  html`<h3>Authorization response</h3>${facts([
    ['Received', time(callback.receivedAt)],
    ['At', value(callback.url)],
  ])}${fields(callback.parameters)}`
}
${exchanges.map(exchangeOf)}
${Object.entries(documents).map(([name, text]) => html`<h3>${titles[name] ?? name}</h3>${source(pretty(text))}`)}
${ending('Refresh', refresh)}${ending('Sign-out at the provider', logout)}`,
  )

const titles: Readonly<Record<string, string>> = {
  header: 'Header of the ID Token',
  payload: 'Claims of the ID Token',
  userinfo: 'UserInfo',
}

const exchangeOf = ({ purpose, method, url, headers, form, answer, failure }: OpenidExchange): Html =>
  html`<h3>${exchangePurposes[purpose]}</h3>${facts([
    ['Sent to', html`${method} ${value(url)}`],
    ['Answer', answer === null ? (failure ?? 'none') : `HTTP ${answer.status}`],
  ])}${source([...lines(headers, ': '), ...(form === null ? [] : ['', ...lines(form, '=')])].join('\n'))}${
    answer && source([...lines(answer.headers, ': '), ...(answer.body ? ['', pretty(answer.body)] : [])].join('\n'))
  }`

const ending = (title: string, outcome: ReportOpenidRun['refresh']): Html | null =>
  outcome && html`<h3>${title}</h3><p>${outcome.says}</p>`

const fields = (parameters: Readonly<Record<string, string>>): Html | null => source(lines(parameters, '=').join('\n'))

const source = (text: string): Html | null => (text === '' ? null : html`<pre>${text}</pre>`)

const lines = (of: Readonly<Record<string, string>>, between: string) =>
  Object.entries(of).map(([name, text]) => `${name}${between}${text}`)

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
