import type { Problem } from '../model/problem.ts'
import { type ProblemCode, problem } from './problem-catalogue.ts'

/** What was asked is not done, and nothing was changed. `problem` is for the screen, `cause` for the log. */
export class InputRefused extends Error {
  override readonly name = 'InputRefused'
  readonly problem: Problem

  constructor(code: ProblemCode, field: string | null = null, options: { detail?: string; cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.problem = problem(code, field, options.detail)
  }
}
