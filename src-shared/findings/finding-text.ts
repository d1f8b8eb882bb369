import type { Owner } from '../model/finding.ts'

/**
 * `policy`: an error in strict, a warning in interop. `when-required`: an error where the claim is required, else a warning.
 */
export type FaultSeverity = 'error' | 'policy' | 'when-required' | 'warning' | 'info'

/** One way a check can fail. Its key is the finding's code. */
export interface FaultText {
  readonly severity: FaultSeverity
  /** What happened, one sentence. */
  readonly title: string
  /** What it means, for someone who has to explain it on a call. */
  readonly detail: string
  readonly owner: Owner
  /** What to do, and where. */
  readonly fix: string
  /** Clause, where it differs from the check's. */
  readonly reference?: string
}

/** One thing that is judged. Its key is the finding's code where it passed or could not be judged. */
export interface CheckText {
  /** What is judged, as the start of "… was not checked". */
  readonly about: string
  /** One sentence for when it holds. */
  readonly passed: string
  readonly owner: Owner
  readonly reference: string
  readonly faults: Readonly<Record<string, FaultText>>
}

export type CheckTexts = Readonly<Record<string, CheckText>>
