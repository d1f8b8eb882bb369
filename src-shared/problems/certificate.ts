import type { ProblemTexts } from './problem-text.ts'

export const certificateProblems = {
  'certificate.private-key': {
    what: 'This is a private key. It was not kept.',
    remedy:
      'Paste the certificate instead; it begins with BEGIN CERTIFICATE. If the key was sent to you, have it replaced.',
  },
} as const satisfies ProblemTexts
