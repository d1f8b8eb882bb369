import type { FetchOptions } from '#main/net/fetch-options.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'
import { guardedFetch } from '#main/net/guarded-fetch.ts'
import { isRefusal, readJsonDocument } from '../token/json-document.ts'
import { wellKnownAddress } from './well-known-address.ts'

/** Discovery documents and key sets are small and quick, or they are something else. */
export const PROVIDER_LIMITS = { timeoutMs: 5_000, maximumBytes: 1_000_000, redirects: 3 } as const

/** `timeoutMs`: where somebody waits for it and would rather wait longer. */
type ProviderFetch = Pick<FetchOptions, 'addresses' | 'signal' | 'connections'> &
  Partial<Pick<FetchOptions, 'timeoutMs'>>

export interface FetchedDocument {
  /** The last one, after redirects. */
  readonly url: string
  readonly bytes: Uint8Array
  readonly contentType: string | undefined
}

/** @param address an issuer, or the address of its discovery document. @throws {FetchRefused} */
export const fetchDiscovery = (address: string, options: ProviderFetch) =>
  fetchDocument(wellKnownAddress(address), options)

/**
 * Fetches the key set that a discovery document names.
 * @returns undefined where it names none that could be fetched: the judgement of the document says why
 * @throws {FetchRefused}
 */
export async function fetchKeySet(discovery: Uint8Array, options: ProviderFetch): Promise<FetchedDocument | undefined> {
  const read = readJsonDocument(discovery, 'discovery')
  const address = isRefusal(read) ? undefined : read.object.jwks_uri
  return typeof address === 'string' && /^https?:\/\//i.test(address) ? fetchDocument(address, options) : undefined
}

async function fetchDocument(address: string, options: ProviderFetch): Promise<FetchedDocument> {
  const headers = { accept: 'application/json' }
  const {
    status,
    bytes,
    url,
    headers: answered,
  } = await guardedFetch(address, { ...PROVIDER_LIMITS, ...options, headers })
  if (status !== 200) throw new FetchRefused('unexpected-answer', `${url} answered ${status}`)
  return { url, bytes, contentType: answered['content-type'] }
}
