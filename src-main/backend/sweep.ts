import type { ClockWatch } from './clock-watch.ts'
import type { LogEntry } from './installation.ts'
import type { MailQueue } from './mail/mail-queue.ts'
import type { Measures } from './measures/measures.ts'

const SWEEP_MILLISECONDS = 60_000

interface Sweeping {
  readonly storage: { cleanUp: (now: Date) => Promise<number> }
  readonly watch: ClockWatch
  readonly mailQueue: Pick<MailQueue, 'hurry'>
  readonly clock: () => Date
  readonly log: (entry: LogEntry) => void
  readonly measures: Measures
}

/** Removes what has expired, a small batch at a time, sends the mail that waits, and keeps no process alive for it. @returns stops it */
export function sweepRegularly({ storage, watch, mailQueue, clock, log, measures }: Sweeping): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false
  /** Batch after batch until nothing is left; between two, whoever waits for the database has a turn. */
  const cleanAll = async () => {
    const from = performance.now()
    let rows = 0
    for (let gone = -1; gone !== 0 && !stopped; ) {
      gone = await storage.cleanUp(clock())
      rows += gone
      await new Promise((resolve) => setImmediate(resolve))
    }
    measures.swept(rows, (performance.now() - from) / 1000)
  }
  const sweep = async () => {
    if (watch.wentBack()) log({ level: 'warning', event: 'clock.went-back', details: {} })
    await watch.keep()
    await cleanAll()
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
    stopped = true
    await running
  }
}
