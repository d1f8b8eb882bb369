import { Refusal } from '#shared/http-api/refusal.ts'
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '#shared/http-api/route.ts'
import type { Fetched } from './fetch-options.ts'
import { FetchRefused } from './fetch-refused.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { RouteRefused } from './route-refused.ts'

interface Caller {
  /** Where the backend is, such as `http://127.0.0.1:8443`. */
  readonly baseUrl: string
  readonly apiKey: string
  readonly signal?: AbortSignal | undefined
  readonly certificateAuthorities?: readonly string[] | undefined
  /** The version that was read: nothing is changed where there is another by now (RFC 9110 §13.1.1). */
  readonly version?: string | undefined
}

/** What the route takes, and nothing else. */
export type RouteCall<R extends Route> = Caller &
  (ParamsOf<R> extends undefined ? object : { readonly params: ParamsOf<R> }) &
  (QueryOf<R> extends undefined ? object : { readonly query?: QueryOf<R> }) &
  (BodyOf<R> extends undefined ? object : { readonly body: BodyOf<R> })

const LIMITS = { addresses: 'any', timeoutMs: 30_000, maximumBytes: 10_485_760, redirects: 0 } as const

/**
 * Calls one route of the admin API. Input and answer are checked with the route's own schemas.
 * @throws {RouteRefused} where the backend refuses
 * @throws {FetchRefused} where it cannot be reached, or answers what the contract does not know (`unexpected-answer`)
 */
export async function callRoute<R extends Route>(route: R, call: RouteCall<R>): Promise<AnswerOf<R>> {
  const { baseUrl, apiKey, version, signal, certificateAuthorities, params, query, body } = call as Caller & Input
  const json = route.body === undefined ? undefined : JSON.stringify(route.body.parse(body))
  const address = `${baseUrl.replace(/\/+$/, '')}${fillPath(route, params)}${queryOf(route, query)}`
  const answer = await guardedFetch(address, {
    ...LIMITS,
    method: route.method,
    headers: {
      accept: route.success.contentType ?? 'application/json',
      authorization: `Bearer ${apiKey}`,
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    body: json,
    signal,
    ...(certificateAuthorities !== undefined && { certificateAuthorities }),
  })
  return readAnswer(route, answer)
}

interface Input {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

function fillPath(route: Route, params: unknown): string {
  const values = (route.params?.parse(params) ?? {}) as Record<string, unknown>
  return route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])))
}

function queryOf(route: Route, query: unknown): string {
  const values = Object.entries((route.query?.parse(query ?? {}) ?? {}) as Record<string, unknown>)
  const given = values.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

function readAnswer<R extends Route>(route: R, { status, bytes }: Fetched): AnswerOf<R> {
  const text = new TextDecoder().decode(bytes)
  if (status === route.success.status) {
    const answer = route.success.body.safeParse(route.success.contentType === undefined ? parseJson(text) : text)
    if (answer.success) return answer.data as AnswerOf<R>
    throw new FetchRefused('unexpected-answer', `${status} ${route.method} ${route.path}`, { cause: answer.error })
  }
  const refusal = Refusal.safeParse(parseJson(text))
  if (refusal.success) throw new RouteRefused(status, refusal.data)
  throw new FetchRefused('unexpected-answer', `${status} ${route.method} ${route.path}`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
