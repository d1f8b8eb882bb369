import type { Fetched } from '#main/net/fetch-options.ts'
import { type FetchRefusal, FetchRefused } from '#main/net/fetch-refused.ts'
import { guardedFetch } from '#main/net/guarded-fetch.ts'
import { MAXIMUM_DOCUMENT_BYTES } from '#shared/ipc/identity-provider.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'

export interface FetchingOptions {
  readonly field: string
  readonly timeoutMs?: number
  readonly maximumBytes?: number
}

/** Somebody is waiting, and the customer watches. */
const TIMEOUT_MS = 15_000
const REDIRECTS = 5

/** @throws {InputRefused} naming the field and what to do */
export async function fetchMetadata(
  url: string,
  { field, timeoutMs = TIMEOUT_MS, maximumBytes = MAXIMUM_DOCUMENT_BYTES }: FetchingOptions,
): Promise<Uint8Array> {
  const { status, bytes } = await fetchOrRefuse(url.trim(), { field, timeoutMs, maximumBytes })
  if (status >= 200 && status < 300) return bytes
  if (status === 404 || status === 410) throw new InputRefused('fetch.not-found', field)
  if (status === 401 || status === 403) throw new InputRefused('fetch.not-allowed', field)
  throw new InputRefused('fetch.status', field, { detail: `Its status was ${status}.` })
}

async function fetchOrRefuse(
  url: string,
  { field, timeoutMs, maximumBytes }: Required<FetchingOptions>,
): Promise<Fetched> {
  try {
    return await guardedFetch(url, {
      addresses: 'any',
      timeoutMs,
      maximumBytes,
      redirects: REDIRECTS,
      headers: { accept: 'application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1' },
    })
  } catch (cause) {
    if (!(cause instanceof FetchRefused)) throw cause
    throw new InputRefused(problems[cause.reason], field, { cause, detail: detailOf(cause) })
  }
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
