import type { InstallationStore } from './storage/installation-store.ts'

/** A clock that was set back by less is set right, not turned back. */
const TOLERANCE_MILLISECONDS = 5 * 60_000

export interface ClockWatch {
  /** Never before a moment that was seen: a clock that is turned back makes no licence young again. */
  readonly now: () => Date
  readonly wentBack: () => boolean
  /** Keeps what was seen, so that a restart does not forget it. */
  readonly keep: () => Promise<void>
  /** A newer licence proves that the operator knows of the clock: what was seen no longer counts. */
  readonly trust: () => Promise<void>
}

export async function watchClock(store: InstallationStore, clock: () => Date): Promise<ClockWatch> {
  const kept = Date.parse((await store.read('latest-moment')) ?? '')
  let latest = Number.isNaN(kept) ? clock().getTime() : kept
  const see = () => {
    const now = clock().getTime()
    if (now > latest) latest = now
    return now
  }
  const write = () => store.put('latest-moment', new Date(latest).toISOString())
  return {
    now: () => {
      see()
      return new Date(latest)
    },
    wentBack: () => see() < latest - TOLERANCE_MILLISECONDS,
    keep: async () => {
      see()
      await write()
    },
    trust: async () => {
      latest = clock().getTime()
      await write()
    },
  }
}
