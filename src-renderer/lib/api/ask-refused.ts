import type { Problem } from '#shared/model/problem.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'

/** Main did not do what was asked; nothing was changed. */
export class AskRefused extends Error {
  override readonly name = 'AskRefused'
  readonly problem: Problem

  constructor(refusal: Problem) {
    super(refusal.code)
    this.problem = refusal
  }
}

/** @returns what to show for anything that was thrown */
export function problemOf(error: unknown): Problem {
  return error instanceof AskRefused ? error.problem : problem('desktop.unexpected')
}
