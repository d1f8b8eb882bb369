import type { Adapter, AdapterPayload } from 'oidc-provider'

/** What one provider remembers, in memory: it ends with it. */
export class ProviderMemory {
  readonly #kept = new Map<string, { readonly payload: AdapterPayload; readonly expires: number }>()
  readonly #clock: () => Date

  constructor(clock: () => Date) {
    this.#clock = clock
  }

  /** The storage of one kind of thing, as oidc-provider asks for it. */
  readonly adapter = (kind: string): Adapter => ({
    upsert: async (id, payload, expiresIn) => {
      this.#makeRoom()
      const expires = expiresIn === undefined ? Number.POSITIVE_INFINITY : this.#now() + expiresIn * 1000
      this.#kept.set(`${kind}:${id}`, { payload, expires })
    },
    find: async (id) => this.#find(`${kind}:${id}`),
    findByUid: async (uid) => this.#first(kind, (payload) => payload.uid === uid),
    findByUserCode: async (code) => this.#first(kind, (payload) => payload.userCode === code),
    consume: async (id) => {
      const payload = this.#find(`${kind}:${id}`)
      if (payload !== undefined) payload.consumed = Math.floor(this.#now() / 1000)
    },
    destroy: async (id) => {
      this.#kept.delete(`${kind}:${id}`)
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(key)
    },
  })

  #now = () => this.#clock().getTime()

  #find(key: string): AdapterPayload | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined || kept.expires > this.#now()) return kept?.payload
    this.#kept.delete(key)
    return undefined
  }

  #first(kind: string, fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const key of this.#kept.keys()) {
      const payload = key.startsWith(`${kind}:`) ? this.#find(key) : undefined
      if (payload !== undefined && fits(payload)) return payload
    }
    return undefined
  }

  /** When it is full the oldest go first, so that no visitor can fill the memory; clients stay. */
  #makeRoom(): void {
    for (const key of this.#kept.keys()) {
      if (this.#kept.size < MOST) return
      if (!key.startsWith('Client:')) this.#kept.delete(key)
    }
  }
}

const MOST = 2_000
