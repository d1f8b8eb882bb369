import type { ReactNode } from 'react'
import type { Problem } from '#shared/model/problem.ts'
import { FieldProblem } from './problem-alert.tsx'

interface FieldProblems {
  /** What to show at a field. */
  readonly errorOf: (field: string) => ReactNode
  /** The problem where it belongs to no field of the form. */
  readonly elsewhere: Problem | null
}

/** Brings a refusal to the field that it names. */
export function fieldProblems(problem: Problem | null, fields: readonly string[]): FieldProblems {
  const isAtField = problem?.field != null && fields.includes(problem.field)
  return {
    errorOf: (field) => (problem !== null && problem.field === field ? <FieldProblem problem={problem} /> : undefined),
    elsewhere: isAtField ? null : problem,
  }
}
