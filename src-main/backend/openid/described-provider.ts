import type { FetchOptions } from '#main/net/fetch-options.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'
import { fetchDiscovery, fetchKeySet } from '#main/oidc/discovery/fetch-provider.ts'
import { KeyCache } from '#main/oidc/discovery/key-cache.ts'
import { isRefusal, readJsonDocument } from '#main/oidc/token/json-document.ts'
import type { JsonObject } from '#main/oidc/token/parse-json.ts'
import { ProviderUnusable } from './provider-unusable.ts'

export interface Description {
  readonly bytes: Uint8Array
  readonly contentType: string | undefined
  readonly object: JsonObject
  readonly keys: KeyCache
}

/** How long a description is used without asking again. */
const LONGEST_MS = 60 * 60_000
/** After that, or where there never was one, it is asked for no more often than this. */
const COOLDOWN_MS = 5_000

type Network = Pick<FetchOptions, 'addresses' | 'connections'>

/** What a provider says of itself, kept between logins. Where asking again fails, what it said last stays. */
export class DescribedProvider {
  readonly #discoveryUrl: string
  readonly #network: Network
  #good: { readonly description: Description; readonly at: number } | undefined
  #failure: ProviderUnusable | undefined
  #askedAt = Number.NEGATIVE_INFINITY
  #asking: Promise<void> | undefined

  constructor(discoveryUrl: string, network: Network) {
    this.#discoveryUrl = discoveryUrl
    this.#network = network
  }

  /** @throws {ProviderUnusable} where it was never described */
  async describe(now: Date): Promise<Description> {
    const due = this.#good === undefined || now.getTime() - this.#good.at >= LONGEST_MS
    if (due && now.getTime() - this.#askedAt >= COOLDOWN_MS) await this.#ask(now)
    else if (this.#good === undefined) await this.#asking
    if (this.#good !== undefined) return this.#good.description
    throw this.#failure ?? new ProviderUnusable('unreached', { detail: this.#discoveryUrl })
  }

  /** Logins that come at once share one request. */
  #ask(now: Date): Promise<void> {
    this.#askedAt = now.getTime()
    this.#asking ??= this.#load(now).finally(() => {
      this.#asking = undefined
    })
    return this.#asking
  }

  async #load(now: Date): Promise<void> {
    try {
      const { bytes, contentType } = await fetchDiscovery(this.#discoveryUrl, this.#network)
      const read = readJsonDocument(bytes, 'discovery')
      if (isRefusal(read)) throw new ProviderUnusable('invalid', { detail: this.#discoveryUrl, codes: [NOT_JSON] })
      const { object } = read
      const before = this.#good?.description
      const keys = before?.object.jwks_uri === object.jwks_uri ? before?.keys : undefined
      const description = { bytes, contentType, object, keys: keys ?? this.#keysOf(bytes) }
      this.#good = { description, at: now.getTime() }
      this.#failure = undefined
    } catch (cause) {
      this.#failure = asUnusable(cause)
    }
  }

  #keysOf(discovery: Uint8Array): KeyCache {
    return new KeyCache(async () => {
      const fetched = await fetchKeySet(discovery, this.#network)
      if (fetched === undefined) throw new ProviderUnusable('invalid', { detail: 'jwks_uri' })
      return fetched.bytes
    })
  }
}

const NOT_JSON = 'discovery.document.not-json'

function asUnusable(cause: unknown): ProviderUnusable {
  if (cause instanceof ProviderUnusable) return cause
  if (cause instanceof FetchRefused) return new ProviderUnusable('unreached', { detail: cause.message }, { cause })
  throw cause
}
