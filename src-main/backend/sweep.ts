import type { ClockWatch } from './clock-watch.ts'
import type { LogEntry } from './installation.ts'
import type { MailQueue } from './mail/mail-queue.ts'

const SWEEP_MILLISECONDS = 60_000

interface Sweeping {
  readonly storage: { cleanUp: (now: Date) => Promise<number> }
  readonly watch: ClockWatch
  readonly mailQueue: Pick<MailQueue, 'hurry'>
  readonly clock: () => Date
  readonly log: (entry: LogEntry) => void
}

/** Removes what has expired, a small batch at a time, sends the mail that waits, and keeps no process alive for it. @returns stops it */
export function sweepRegularly({ storage, watch, mailQueue, clock, log }: Sweeping): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const sweep = async () => {
    if (watch.wentBack()) log({ level: 'warning', event: 'clock.went-back', details: {} })
    await watch.keep()
    await storage.cleanUp(clock())
    mailQueue.hurry()
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
