/** Things kept for a while, in memory. When it is full the oldest go first, so that no visitor can fill the memory. */
export class ExpiringStore<Value> {
  readonly #kept = new Map<string, { readonly value: Value; readonly expires: number }>()
  readonly #clock: () => Date
  readonly #lifetimeMs: number
  readonly #most: number

  constructor(clock: () => Date, lifetimeMs: number, most = 1_000) {
    this.#clock = clock
    this.#lifetimeMs = lifetimeMs
    this.#most = most
  }

  keep(key: string, value: Value): void {
    const [oldest] = this.#kept.keys()
    if (this.#kept.size >= this.#most && oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(key, { value, expires: this.#clock().getTime() + this.#lifetimeMs })
  }

  find(key: string): Value | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined) return undefined
    if (this.#clock().getTime() < kept.expires) return kept.value
    this.#kept.delete(key)
    return undefined
  }

  /** Those that a condition holds for, with their keys. */
  matching(holds: (value: Value) => boolean): { key: string; value: Value }[] {
    return [...this.#kept.keys()].flatMap((key) => {
      const value = this.find(key)
      return value !== undefined && holds(value) ? [{ key, value }] : []
    })
  }

  drop(key: string): void {
    this.#kept.delete(key)
  }
}
