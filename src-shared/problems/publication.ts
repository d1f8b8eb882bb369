import type { ProblemTexts } from './problem-text.ts'

export const publicationProblems = {
  'publication.no-draft': {
    what: 'There is no draft of this connection on the tenant backend.',
    remedy: 'Create the draft first.',
  },
  'publication.not-tested': {
    what: 'This configuration, as it is now, has no accepted test login.',
    remedy: 'Run a test login of it first.',
  },
  'publication.not-published': {
    what: 'This connection is not published yet.',
    remedy: 'Publish it, then enable it.',
  },
  'publication.already-published': {
    what: 'This connection is already published.',
    remedy: 'Enable or disable it here.',
  },
  'publication.nothing-to-undo': {
    what: 'There is no earlier configuration to go back to.',
    remedy: 'Change the connection here, test it and publish the change.',
  },
  'publication.refused': {
    what: 'The tenant backend refused this.',
    remedy: 'Change what it names and try again.',
  },
  'publication.other-backend': {
    what: 'This connection was published to another tenant backend.',
    remedy: 'Start that backend, or create the connection again for this one.',
  },
  'publication.no-private-key-jwt': {
    what: 'The tenant backend cannot sign client assertions (private_key_jwt) yet.',
    remedy: 'Choose a client secret, or a public client, under Service provider.',
  },
} as const satisfies ProblemTexts
