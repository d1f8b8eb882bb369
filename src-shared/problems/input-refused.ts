import type { Problem } from '../model/problem.ts'
import { type ProblemCode, problem } from './problem-catalogue.ts'

/** What was asked is not done, and nothing was changed. `problem` is for the screen, `cause` for the log. */
export class InputRefused extends Error {
  override readonly name = 'InputRefused'
  readonly problem: Problem

  /** @param refusal its code, or the whole problem where another process has already put it into words */
  constructor(
    refusal: ProblemCode | Problem,
    field: string | null = null,
    options: { detail?: string; cause?: unknown } = {},
  ) {
    super(typeof refusal === 'string' ? refusal : refusal.code, { cause: options.cause })
    this.problem = typeof refusal === 'string' ? problem(refusal, field, options.detail) : refusal
  }
}
