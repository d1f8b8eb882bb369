import type { ProblemTexts } from './problem-text.ts'

/** What the window itself turns away before anything is read. */
export const dropProblems = {
  'drop.several': {
    what: 'These are several files, so none was read.',
    remedy: 'Drop the one file that holds the metadata of this identity provider.',
  },
  'drop.several-certificates': {
    what: 'These are several files, so none was read.',
    remedy: 'Drop the one file that holds the signing certificate; for several, load the metadata instead.',
  },
  'drop.not-a-file': {
    what: 'What was dropped is not a file.',
    remedy: 'Drop a metadata file from a folder, or paste its text under “Paste metadata”.',
  },
} as const satisfies ProblemTexts
