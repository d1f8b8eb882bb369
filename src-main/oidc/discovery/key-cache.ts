import { isRefusal, readJsonDocument } from '../token/json-document.ts'
import { readKeySet } from './key-set.ts'
import { isForSignatures, type ProviderKey } from './provider-key.ts'

export interface CachedKeys {
  readonly json: Uint8Array
  readonly keys: readonly ProviderKey[]
  readonly fetchedAt: Date
}

/** How long keys are used without asking again: a key that was withdrawn is believed no longer than this. */
const LONGEST_MS = 10 * 60_000
/** A token that names an unknown key makes us ask again, but not more often than this: such names cost a forger nothing. */
const COOLDOWN_MS = 30_000

/**
 * The keys of one provider between logins (OpenID Connect Core §10.1.1). They are fetched again when a token names one we do not
 * know, and when they are old; where that fails, or brings nothing that verifies, the last good ones stay.
 */
export class KeyCache {
  readonly #fetch: () => Promise<Uint8Array>
  #good: CachedKeys | undefined
  #askedAt = Number.NEGATIVE_INFINITY
  #asking: Promise<void> | undefined

  /** @param fetch gets the key set, guarded */
  constructor(fetch: () => Promise<Uint8Array>) {
    this.#fetch = fetch
  }

  /**
   * @param keyId of the token that is to be verified
   * @throws whatever `fetch` throws, where there never were any keys
   */
  async keysFor(keyId: string | undefined, now: Date): Promise<CachedKeys> {
    if (this.#wantsFetch(keyId, now)) await this.#ask(now)
    if (this.#good === undefined) throw new Error('the key set holds no key that verifies')
    return this.#good
  }

  #wantsFetch(keyId: string | undefined, now: Date): boolean {
    if (this.#good === undefined) return true
    if (now.getTime() - this.#askedAt < COOLDOWN_MS) return false
    const isOld = now.getTime() - this.#good.fetchedAt.getTime() >= LONGEST_MS
    return isOld || (keyId !== undefined && !this.#good.keys.some(({ id }) => id === keyId))
  }

  /** Logins that come at once share one request. */
  #ask(now: Date): Promise<void> {
    this.#asking ??= this.#load(now).finally(() => {
      this.#asking = undefined
    })
    return this.#asking
  }

  async #load(now: Date): Promise<void> {
    this.#askedAt = now.getTime()
    try {
      const json = await this.#fetch()
      const keys = readUsable(json)
      if (keys !== undefined) this.#good = { json, keys, fetchedAt: now }
    } catch (error) {
      if (this.#good === undefined) throw error
    }
  }
}

function readUsable(json: Uint8Array): ProviderKey[] | undefined {
  const read = readJsonDocument(json, 'jwks')
  const keys = isRefusal(read) || read.duplicates.length > 0 ? undefined : readKeySet(read)
  return keys?.some((key) => key.key !== undefined && isForSignatures(key)) ? keys : undefined
}
