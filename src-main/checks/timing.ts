/** Splits the time of one judgement by stage. Without a stopwatch nothing is measured. */
export interface Lap {
  (stage: string): void
  /** Milliseconds by stage. */
  readonly times: Record<string, number>
}

/** @param read milliseconds of a stopwatch the caller holds: nothing here reads a clock */
export function startLaps(read: (() => number) | undefined): Lap {
  const times: Record<string, number> = {}
  if (read === undefined) return Object.assign(() => undefined, { times })
  let before = read()
  const lap = (stage: string) => {
    const now = read()
    times[stage] = now - before
    before = now
  }
  return Object.assign(lap, { times })
}
