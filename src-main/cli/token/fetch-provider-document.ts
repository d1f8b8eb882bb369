import { fetchProblemOf } from '#main/net/fetch-problem.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'
import { fetchDiscovery, fetchKeySet } from '#main/oidc/discovery/fetch-provider.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { UsageError } from '../process/usage-error.ts'

/** A discovery document, and its key set where it is asked for. */
export interface ProviderDocument {
  readonly file: string
  readonly bytes: Uint8Array
  readonly url: string | undefined
  readonly contentType: string | undefined
  readonly keySet: () => Promise<{ readonly file: string; readonly bytes: Uint8Array } | undefined>
}

/** @throws {UsageError} with what happened and what to do */
export async function fetchProviderDocument(address: string): Promise<ProviderDocument> {
  const { url, bytes, contentType } = await orRefuse(() => fetchDiscovery(address, { addresses: 'any' }))
  return {
    ...{ file: address, bytes, url, contentType },
    keySet: async () => {
      const fetched = await orRefuse(() => fetchKeySet(bytes, { addresses: 'any' }))
      return fetched && { file: fetched.url, bytes: fetched.bytes }
    },
  }
}

async function orRefuse<T>(fetch: () => Promise<T>): Promise<T> {
  try {
    return await fetch()
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error
    const { what } = problem(fetchProblemOf(error.reason))
    throw new UsageError(
      `${what} (${error.detail}) Save the discovery document and the key set and give the files instead.`,
    )
  }
}
