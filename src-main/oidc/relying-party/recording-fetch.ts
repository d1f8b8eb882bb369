import type { CustomFetch } from 'openid-client'
import type { Fetched } from '#main/net/fetch-options.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'
import { guardedFetch } from '#main/net/guarded-fetch.ts'
import { PROVIDER_LIMITS } from '../discovery/fetch-provider.ts'
import { isThisMachine } from '../discovery/this-machine.ts'
import { type Exchange, maskBody, maskForm, maskHeaders } from './exchange.ts'
import type { RelyingParty } from './relying-party.ts'

/** Slower than a document: somebody may have to decide at the other end. */
const TIMEOUT_MS = 15_000

/** What went over the wire for one login. */
export interface Recording {
  readonly fetch: CustomFetch
  readonly exchanges: readonly Exchange[]
  /** The last answer of an address, as it was received. */
  answerOf(url: string): Fetched | undefined
  /** Why an address was not reached. */
  failureOf(url: string): FetchRefused | undefined
}

/**
 * The network for openid-client: guarded like every other request, and every answer kept as it came, so that it can be judged even
 * where the library stopped at its first error.
 */
export function startRecording({ network }: Pick<RelyingParty, 'network'>): Recording {
  const exchanges: Exchange[] = []
  const answers = new Map<string, Fetched>()
  const failures = new Map<string, FetchRefused>()
  return {
    exchanges,
    answerOf: (url) => answers.get(url),
    failureOf: (url) => failures.get(url),
    fetch: async (url, { method, headers, body }) => {
      const text = body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : undefined
      const asked = { method, url, headers, text }
      try {
        const fetched = await ask(url, method, headers, text, network)
        answers.set(url, fetched)
        exchanges.push(shownLater(asked, fetched, null))
        return new Response(fetched.bytes.length === 0 ? null : Buffer.from(fetched.bytes), {
          status: fetched.status,
          headers: withoutEncoding(fetched.headers),
        })
      } catch (error) {
        if (!(error instanceof FetchRefused)) throw error
        failures.set(url, error)
        exchanges.push(shownLater(asked, undefined, error.message))
        throw error
      }
    },
  }
}

async function ask(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
  network: RelyingParty['network'],
): Promise<Fetched> {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:' && !isThisMachine(hostname)) throw new FetchRefused('scheme', url)
  const form = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
  return guardedFetch(url, {
    ...network,
    maximumBytes: PROVIDER_LIMITS.maximumBytes,
    redirects: 0,
    timeoutMs: TIMEOUT_MS,
    method: method === 'POST' ? 'POST' : 'GET',
    headers: {
      ...form,
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    },
    body,
  })
}

interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly text: string | undefined
}

/** Masked when somebody looks at it: most logins are looked at by nobody. */
const shownLater = (
  { method, url, headers, text }: Asked,
  fetched: Fetched | undefined,
  failure: string | null,
): Exchange => ({
  ...{ method, url, failure },
  get headers() {
    return maskHeaders(headers)
  },
  get form() {
    return text === undefined ? null : maskForm(new URLSearchParams(text))
  },
  get answer() {
    if (fetched === undefined) return null
    return { status: fetched.status, headers: maskHeaders(fetched.headers), body: maskBody(fetched.bytes) }
  },
})

/** The body is decoded already. */
const withoutEncoding = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(?:content-encoding|content-length|transfer-encoding)$/.test(name)),
  )
