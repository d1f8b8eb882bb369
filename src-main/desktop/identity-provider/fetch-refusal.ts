import { fetchProblemOf } from '#main/net/fetch-problem.ts'
import type { FetchRefused } from '#main/net/fetch-refused.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'

/** Why an address that somebody typed could not be loaded, at its field. */
export function fetchRefusal(cause: FetchRefused, field: string): InputRefused {
  const status = / answered (\d{3})$/.exec(cause.detail)?.[1]
  if (cause.reason === 'unexpected-answer' && status !== undefined) return statusRefusal(Number(status), field)
  return new InputRefused(fetchProblemOf(cause.reason), field, { cause, detail: detailOf(cause) })
}

/** @param status that is not one of success */
export function statusRefusal(status: number, field: string): InputRefused {
  if (status === 404 || status === 410) return new InputRefused('fetch.not-found', field)
  if (status === 401 || status === 403) return new InputRefused('fetch.not-allowed', field)
  return new InputRefused('fetch.status', field, { detail: `Its status was ${status}.` })
}

/** Only where the value says more than the person typed. */
const detailOf = ({ reason, detail }: FetchRefused): string => {
  if (reason === 'tls') return `The reason: ${detail}.`
  return reason === 'cross-host-redirect' ? `It leads to ${detail}.` : ''
}
