import type { Fetched, FetchLimits } from '#main/net/fetch-options.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'
import { guardedFetch } from '#main/net/guarded-fetch.ts'
import { MAXIMUM_DOCUMENT_BYTES } from '#shared/ipc/identity-provider.ts'
import { fetchRefusal, statusRefusal } from './fetch-refusal.ts'

export interface FetchingOptions {
  readonly field: string
  readonly timeoutMs?: number
  readonly maximumBytes?: number
  readonly signal?: AbortSignal
}

/** Somebody is waiting, and the customer watches. */
const TIMEOUT_MS = 15_000
const REDIRECTS = 5

/** @throws {InputRefused} naming the field and what to do */
export async function fetchMetadata(
  url: string,
  { field, timeoutMs = TIMEOUT_MS, maximumBytes = MAXIMUM_DOCUMENT_BYTES, signal }: FetchingOptions,
): Promise<Uint8Array> {
  const { status, bytes } = await fetchOrRefuse(url.trim(), { field, timeoutMs, maximumBytes, signal })
  if (status >= 200 && status < 300) return bytes
  throw statusRefusal(status, field)
}

async function fetchOrRefuse(
  url: string,
  { field, timeoutMs, maximumBytes, signal }: Required<Omit<FetchingOptions, 'signal'>> & Pick<FetchLimits, 'signal'>,
): Promise<Fetched> {
  try {
    return await guardedFetch(url, {
      addresses: 'any',
      timeoutMs,
      maximumBytes,
      signal,
      redirects: REDIRECTS,
      headers: { accept: 'application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1' },
    })
  } catch (cause) {
    if (!(cause instanceof FetchRefused)) throw cause
    throw fetchRefusal(cause, field)
  }
}
