export interface Turns {
  /** Resolves when it is the caller's turn: at once where nobody else has it. */
  readonly begin: () => Promise<void> | undefined
  readonly end: () => void
}

/** One at a time, in the order they came. */
export function takeTurns(): Turns {
  const waiting: (() => void)[] = []
  let taken = false
  return {
    begin() {
      if (taken) return new Promise<void>((resolve) => waiting.push(resolve))
      taken = true
      return undefined
    },
    end() {
      const next = waiting.shift()
      if (next === undefined) taken = false
      else next()
    },
  }
}
