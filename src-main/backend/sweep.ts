import type { LogEntry } from './installation.ts'

const SWEEP_MILLISECONDS = 60_000

/** Removes what has expired, a small batch at a time, and keeps no process alive for it. @returns stops it */
export function sweepRegularly(
  storage: { cleanUp: (now: Date) => Promise<number> },
  clock: () => Date,
  log: (entry: LogEntry) => void,
): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    running = storage.cleanUp(clock()).catch((cause: unknown) => {
      log({ level: 'error', event: 'sweep.failed', details: {}, cause })
    })
  }, SWEEP_MILLISECONDS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
