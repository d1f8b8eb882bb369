import type { ClockWatch } from './clock-watch.ts'
import type { LogEntry } from './installation.ts'

const SWEEP_MILLISECONDS = 60_000

interface Sweeping {
  readonly storage: { cleanUp: (now: Date) => Promise<number> }
  readonly watch: ClockWatch
  readonly clock: () => Date
  readonly log: (entry: LogEntry) => void
}

/** Removes what has expired, a small batch at a time, and keeps no process alive for it. @returns stops it */
export function sweepRegularly({ storage, watch, clock, log }: Sweeping): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const sweep = async () => {
    if (watch.wentBack()) log({ level: 'warning', event: 'clock.went-back', details: {} })
    await watch.keep()
    await storage.cleanUp(clock())
  }
  const timer = setInterval(() => {
    running = sweep().catch((cause: unknown) => {
      log({ level: 'error', event: 'sweep.failed', details: {}, cause })
    })
  }, SWEEP_MILLISECONDS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
