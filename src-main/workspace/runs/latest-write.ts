/**
 * Writes that overtake each other: while one is under way only the newest of those that come after it is kept, and every
 * promise resolves once its value, or a newer one, is written.
 */
export class LatestWrite<T> {
  readonly #write: (value: T) => Promise<void>
  #underWay: Promise<void> | undefined
  #next: { value: T; written: Promise<void> } | undefined

  constructor(write: (value: T) => Promise<void>) {
    this.#write = write
  }

  put(value: T): Promise<void> {
    if (this.#next) {
      this.#next.value = value
      return this.#next.written
    }
    if (!this.#underWay) return this.#begin(value)
    const next = { value, written: this.#underWay.then(ignore, ignore).then(() => this.#beginNext()) }
    this.#next = next
    return next.written
  }

  /** Resolves when nothing is left to write; failures are told to whoever put the value. */
  async settled(): Promise<void> {
    while (this.#next ?? this.#underWay) await (this.#next?.written ?? this.#underWay)?.then(ignore, ignore)
  }

  #beginNext(): Promise<void> {
    const next = this.#next
    this.#next = undefined
    return next ? this.#begin(next.value) : Promise.resolve()
  }

  #begin(value: T): Promise<void> {
    const underWay = this.#write(value).finally(() => {
      if (this.#underWay === underWay) this.#underWay = undefined
    })
    this.#underWay = underWay
    return underWay
  }
}

const ignore = () => undefined
