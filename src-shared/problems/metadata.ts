import type { ProblemTexts } from './problem-text.ts'

export const metadataProblems = {
  'metadata.html': {
    what: 'This is a web page, not metadata.',
    remedy:
      'The address probably leads to a sign-in page. Open it in a browser, download the metadata and drop the file here.',
  },
} as const satisfies ProblemTexts
