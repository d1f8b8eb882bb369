import type { OpenidExchange, OpenidRun } from '#shared/model/openid-run.ts'
import type { ReportOpenidRun } from '../openid-report.ts'
import { withoutQueryValues } from './without-query-values.ts'

type Fields = Readonly<Record<string, string>>

/** What both sides need to see of a login; its secrets were masked when it was recorded. */
export function reportOpenidRun(run: OpenidRun): ReportOpenidRun {
  const { request, callback, exchanges, documents, signatures, refresh, logout } = run
  return {
    request: { ...request, endpoint: withoutQueryValues(request.endpoint) },
    callback: callback && { ...callback, url: withoutQueryValues(callback.url) },
    exchanges: exchanges.map(reportExchange),
    documents,
    signatures,
    refresh,
    logout,
  }
}

const reportExchange = ({ purpose, method, url, headers, form, answer, failure }: OpenidExchange): OpenidExchange => ({
  purpose,
  method,
  url: withoutQueryValues(url),
  headers: only(headers, sent),
  form,
  answer: answer && {
    status: answer.status,
    headers: only(answer.headers, received),
    // Some publish more of a key than they should.
    body: purpose === 'key-set' ? null : answer.body,
  },
  failure,
})

/** Headers that decide how the other side understands a request. */
const sent = /^(?:authorization|accept|content-type)$/i
/** Headers that tell what came, and by which a provider finds it in its own log. */
const received = /^(?:content-type|www-authenticate|date|retry-after|(?:x-)?(?:ms-)?request-id)$/i

const only = (headers: Fields, named: RegExp): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => named.test(name)))
