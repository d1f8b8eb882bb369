import type { ProblemTexts } from './problem-text.ts'

export const practiceIdpProblems = {
  'practice-idp.not-running': {
    what: 'The practice identity provider is not running.',
    remedy: 'Start it under Practice IdP.',
  },
  'practice-idp.crashed': {
    what: 'The practice identity provider stopped by itself.',
    remedy: 'Start it again under Practice IdP. If it stops again, send the log to support.',
  },
  'practice-idp.port-taken': {
    what: 'The port of the practice identity provider is taken by another program.',
    remedy: 'Close that program, then start the practice identity provider again.',
  },
} as const satisfies ProblemTexts
