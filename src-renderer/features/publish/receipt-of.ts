import type { Connection } from '#shared/model/connection.ts'
import { isOutdated } from '#shared/model/step-state.ts'
import type { TestRun } from '#shared/model/test-run.ts'

/** How a draft's last test stands to the configuration that the backend holds now. */
export type Proof =
  | { readonly kind: 'none' }
  /** The last test was not accepted. */
  | { readonly kind: 'refused'; readonly run: TestRun }
  /** It was accepted, but of another configuration, or the connection has changed since. */
  | { readonly kind: 'other'; readonly run: TestRun }
  | { readonly kind: 'matches'; readonly run: TestRun }

/** @param runs of the connection, newest first */
export function receiptOf(connection: Connection, runs: readonly TestRun[]): Proof {
  const run = runs.find(({ target, state }) => target === 'draft' && state === 'judged')
  if (run === undefined) return { kind: 'none' }
  if (run.judgement?.verdict !== 'accepted') return { kind: 'refused', run }
  const tested = run.receipt?.configurationSha256 ?? run.configurationSha256
  const isSame = tested === connection.publication?.configurationSha256 && !isOutdated(connection, run)
  return { kind: isSame ? 'matches' : 'other', run }
}
