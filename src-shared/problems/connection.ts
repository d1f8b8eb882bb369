import type { ProblemTexts } from './problem-text.ts'

export const connectionProblems = {
  'connection.not-found': { what: 'This connection no longer exists.', remedy: 'Choose another one on the left.' },
  'connection.not-in-bin': {
    what: 'This connection can no longer be brought back.',
    remedy: 'Removed connections are kept until the app quits. Create it again.',
  },
  'connection.identity-provider-missing': {
    what: "The identity provider's side is not loaded yet.",
    remedy: 'Load its metadata under Identity provider first.',
  },
  'connection.service-provider-missing': {
    what: "The application's side is not made yet.",
    remedy: 'Generate it under Service provider first.',
  },
  'connection.entity-id-empty': {
    what: 'The entity ID is empty.',
    remedy: 'Enter it exactly as the other side writes it.',
  },
  'connection.url-refused': {
    what: 'This is not a web address.',
    remedy: 'Enter the whole address, beginning with https://.',
  },
  'connection.saml-only': {
    what: 'This works for SAML connections only, so far.',
    remedy: 'Choose SAML under Intake.',
  },
} as const satisfies ProblemTexts
