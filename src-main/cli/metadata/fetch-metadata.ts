import { fetchProblemOf } from '#main/net/fetch-problem.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'
import { guardedFetch } from '#main/net/guarded-fetch.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { type ProblemCode, problem } from '#shared/problems/problem-catalogue.ts'
import { UsageError } from '../process/usage-error.ts'

const TIMEOUT_MILLISECONDS = 20_000
/** For a federation's. */
const LONG_TIMEOUT_MILLISECONDS = 120_000
const REDIRECTS = 5

/** @throws {UsageError} with what happened and what to do */
export async function fetchMetadata(url: string, maximumBytes = metadataLimits.size): Promise<Uint8Array> {
  const { status, bytes } = await fetchOrRefuse(url, maximumBytes)
  if (status === 404 || status === 410) throw refusal('fetch.not-found', url)
  if (status === 401 || status === 403) throw refusal('fetch.not-allowed', url)
  if (status >= 300) throw refusal('fetch.status', `${url} answered ${status}`)
  return bytes
}

async function fetchOrRefuse(url: string, maximumBytes: number) {
  try {
    return await guardedFetch(url, {
      addresses: 'any',
      timeoutMs: maximumBytes > metadataLimits.size ? LONG_TIMEOUT_MILLISECONDS : TIMEOUT_MILLISECONDS,
      maximumBytes,
      redirects: REDIRECTS,
    })
  } catch (error) {
    if (error instanceof FetchRefused) throw refusal(fetchProblemOf(error.reason), error.detail)
    throw error
  }
}

const refusal = (code: ProblemCode, detail: string): UsageError =>
  new UsageError(`${problem(code).what} (${detail}) Download it in a browser and give the file instead.`)
