import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Measures } from './measures.ts'

export interface PrometheusMeasures extends Measures {
  readonly contentType: string
  /** Prometheus text format. */
  readonly text: () => Promise<string>
}

/** From a few statements to a page that waits for a slow disk. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** A registry of its own: two backends in one process do not count each other's. */
export function prometheusMeasures(): PrometheusMeasures {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'claimcheck_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  const signIns = new Counter({
    name: 'claimcheck_sign_ins_total',
    help: 'Logins that reached the callback, by what became of them',
    labelNames: ['result'],
    registers,
  })
  const swept = new Counter({ name: 'claimcheck_swept_rows_total', help: 'Expired rows removed', registers })
  const sweepSeconds = new Histogram({
    name: 'claimcheck_sweep_seconds',
    help: 'Time to remove what has expired',
    buckets: SECONDS,
    registers,
  })
  const logged = new Counter({
    name: 'claimcheck_log_entries_total',
    help: 'Lines of the log, by level',
    labelNames: ['level'],
    registers,
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: (method, route, status, took) => seconds.observe({ method, route, status }, took),
    signIn: (result) => signIns.inc({ result }),
    swept: (rows, took) => {
      swept.inc(rows)
      sweepSeconds.observe(took)
    },
    logged: (level) => logged.inc({ level }),
  }
}
