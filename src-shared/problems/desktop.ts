import type { ProblemTexts } from './problem-text.ts'

export const desktopProblems = {
  'desktop.unexpected': {
    what: 'This step failed inside the app.',
    remedy: 'Try again; if it fails again, send the log to support.',
  },
} as const satisfies ProblemTexts
