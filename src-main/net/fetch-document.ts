import { InputRefused } from '#shared/problems/input-refused.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'
import type { FetchOptions } from './fetch-options.ts'
import { type FetchRefusal, FetchRefused } from './fetch-refused.ts'
import { guardedFetch } from './guarded-fetch.ts'

const REDIRECTS = 5

/**
 * Loads what lies at an address that somebody typed.
 * @param field where they typed it
 * @throws {InputRefused} naming the field and what to do
 */
export async function fetchDocument(
  url: string,
  field: string,
  limits: Pick<FetchOptions, 'addresses' | 'timeoutMs' | 'maximumBytes'>,
): Promise<Uint8Array> {
  const { status, bytes } = await guardedFetch(url.trim(), { ...limits, redirects: REDIRECTS }).catch(
    (cause: unknown) => {
      if (!(cause instanceof FetchRefused)) throw cause
      throw new InputRefused(problems[cause.reason], field, { cause, detail: detailOf(cause) })
    },
  )
  if (status >= 200 && status < 300) return bytes
  if (status === 404 || status === 410) throw new InputRefused('fetch.not-found', field)
  if (status === 401 || status === 403) throw new InputRefused('fetch.not-allowed', field)
  throw new InputRefused('fetch.status', field, { detail: `Its status was ${status}.` })
}

const problems: Readonly<Record<FetchRefusal, ProblemCode>> = {
  'not-a-url': 'fetch.not-a-url',
  scheme: 'fetch.scheme',
  unresolvable: 'fetch.unresolvable',
  'address-refused': 'fetch.address-refused',
  'connection-refused': 'fetch.connection-refused',
  timeout: 'fetch.timeout',
  'too-large': 'fetch.too-large',
  'redirect-loop': 'fetch.redirects',
  redirects: 'fetch.redirects',
  'cross-host-redirect': 'fetch.other-host',
  tls: 'fetch.tls',
  aborted: 'fetch.network',
  network: 'fetch.network',
  'unexpected-answer': 'fetch.network',
}

/** Only where the value says more than the person typed. */
const detailOf = ({ reason, detail }: FetchRefused): string => {
  if (reason === 'tls') return `The reason: ${detail}.`
  return reason === 'cross-host-redirect' ? `It leads to ${detail}.` : ''
}
