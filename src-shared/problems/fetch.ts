import type { ProblemTexts } from './problem-text.ts'

export const fetchProblems = {
  'fetch.not-found': {
    what: 'The address answered 404: nothing is there.',
    remedy: 'Check the address for typing errors.',
  },
} as const satisfies ProblemTexts
