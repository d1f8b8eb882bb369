import type { Publication } from '#shared/model/publication.ts'
import type { TestRun } from '#shared/model/test-run.ts'

/** How a draft's last test stands to the configuration that the backend holds now. */
export type Proof =
  | { readonly kind: 'none' }
  /** The last test was not accepted. */
  | { readonly kind: 'refused'; readonly run: TestRun }
  /** It was accepted, but of another configuration. */
  | { readonly kind: 'other'; readonly run: TestRun }
  | { readonly kind: 'matches'; readonly run: TestRun }

/** @param runs newest first */
export function receiptOf({ configurationSha256 }: Publication, runs: readonly TestRun[]): Proof {
  const run = runs.find(({ target, state }) => target === 'draft' && state === 'judged')
  if (run === undefined) return { kind: 'none' }
  if (run.judgement?.verdict !== 'accepted') return { kind: 'refused', run }
  const tested = run.receipt?.configurationSha256 ?? run.configurationSha256
  return { kind: tested === configurationSha256 ? 'matches' : 'other', run }
}
