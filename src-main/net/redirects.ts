import type { AddressPolicy } from './address/address-policy.ts'
import { checkUrl } from './address/check-url.ts'
import type { FetchLimits } from './fetch-options.ts'
import { FetchRefused } from './fetch-refused.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Where answers send us, one after the other. */
export class Redirects {
  readonly #policy: AddressPolicy
  readonly #limits: FetchLimits
  readonly #visited = new Set<string>()
  headers: Readonly<Record<string, string>>

  constructor(policy: AddressPolicy, limits: FetchLimits) {
    this.#policy = policy
    this.#limits = limits
    this.headers = limits.headers ?? {}
  }

  /**
   * @returns the next address, or undefined where this answer is the last
   * @throws {FetchRefused}
   */
  follow(from: URL, answer: { status: number; headers: Readonly<Record<string, string>> }): URL | undefined {
    const { location } = answer.headers
    if (!REDIRECTS.has(answer.status) || location === undefined) return undefined
    this.#visited.add(withoutFragment(from))
    const to = checkUrl(URL.parse(location, from.href)?.href ?? location, this.#policy)
    if (this.#visited.has(withoutFragment(to))) throw new FetchRefused('redirect-loop', to.href)
    if (this.#visited.size > this.#limits.redirects || this.#limits.body !== undefined)
      throw new FetchRefused('redirects', String(this.#limits.redirects))
    if (from.protocol === 'https:' && to.protocol === 'http:') throw new FetchRefused('scheme', to.href)
    if (this.#policy.redirects === 'same-host' && from.hostname !== to.hostname)
      throw new FetchRefused('cross-host-redirect', to.host)
    if (from.origin !== to.origin) this.headers = withoutCredentials(this.headers)
    return to
  }
}

const withoutFragment = ({ href }: URL) => href.replace(/#.*$/, '')

/** What was meant for one server is not told to another (Fetch §4.4, HTTP-redirect fetch). */
function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization' && name !== 'cookie'))
}
