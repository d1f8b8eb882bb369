import type { ProblemTexts } from './problem-text.ts'

export const desktopProblems = {
  'desktop.unexpected': {
    what: 'This step failed inside the app.',
    remedy: 'Try again; if it fails again, send the log to support.',
  },
  'desktop.input-refused': {
    what: 'A value is not as it must be.',
    remedy: 'Correct it and try again.',
  },
  'desktop.file-not-written': {
    what: 'The file could not be written.',
    remedy: 'Choose a folder that can be written and has room, then save again.',
  },
} as const satisfies ProblemTexts
