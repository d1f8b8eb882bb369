import type { LogEntry } from './installation.ts'

export interface BackgroundWork {
  /** Does what nobody waits for, once the answer at hand is on its way; what it throws goes to the log. */
  readonly afterwards: (work: () => Promise<void>) => void
  /** Resolves when all that was begun has ended. */
  readonly ended: () => Promise<void>
}

export function backgroundWork(log: (entry: LogEntry) => void): BackgroundWork {
  const running = new Set<Promise<void>>()
  return {
    afterwards(work) {
      const one = new Promise<void>((resolve) => setImmediate(resolve))
        .then(work)
        .catch((cause: unknown) => log({ level: 'error', event: 'background.failed', details: {}, cause }))
        .finally(() => running.delete(one))
      running.add(one)
    },
    async ended() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
