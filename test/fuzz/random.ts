/** Numbers that a seed decides, so that every input can be made again (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  /** @returns an integer from 0 up to, and without, `below` */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below)
  }
  of<Each>(all: readonly Each[]): Each {
    const chosen = all[this.below(all.length)]
    if (chosen === undefined) throw new RangeError('nothing to choose from')
    return chosen
  }
}
