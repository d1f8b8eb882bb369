import type { ProblemTexts } from './problem-text.ts'

export const connectionProblems = {
  'connection.not-found': { what: 'This connection no longer exists.', remedy: 'Choose another one on the left.' },
} as const satisfies ProblemTexts
