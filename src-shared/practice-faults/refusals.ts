import type { Cure, FaultTexts } from './fault-text.ts'

const log = {
  owner: 'idp-admin',
  cue: "Look up this login in the identity provider's log",
  steps: ['set-right'],
  does: 'Its log says why: put that right.',
} as const satisfies Cure

/** Where the identity provider says no, or nothing at all. */
export const refusalFaults = {
  'user-not-assigned': {
    name: 'User not assigned',
    group: 'refusals',
    does: 'Refuses the login with RequestDenied.',
    teaches: 'The most common refusal: the user is not assigned to the application.',
    finding: 'saml.status.not-success',
    shows: 'login',
    cure: log,
  },
  'sign-in-failed': {
    name: 'Sign-in failed',
    group: 'refusals',
    does: 'Refuses the login with AuthnFailed.',
    teaches: 'The user gave up, or a policy there stopped them: nothing on our side is wrong.',
    finding: 'saml.status.not-success',
    shows: 'login',
    cure: log,
  },
  'name-format-refused': {
    name: 'Name format refused',
    group: 'refusals',
    does: 'Refuses the login with InvalidNameIDPolicy.',
    teaches: 'The request asked for a NameID format that this application may not have there.',
    finding: 'saml.status.not-success',
    shows: 'login',
    cure: log,
  },
  'error-page': {
    name: 'Error page',
    group: 'refusals',
    does: 'Shows a page of its own after the sign-in, and never sends the user back.',
    teaches: 'Nothing arrives, so nothing can be judged: what counts is what the page says.',
    finding: 'test-login.error-page',
    shows: 'login',
    cure: {
      owner: null,
      cue: 'Read what the page says',
      steps: ['set-right'],
      does: 'Assign the user to the application.',
    },
  },
  'web-page-for-metadata': {
    name: 'Web page for metadata',
    group: 'refusals',
    does: 'Answers the metadata URL with a web page.',
    teaches: 'Some consoles show an address that only works for who is signed in: download the file there.',
    finding: 'metadata.html',
    shows: 'setup',
    cure: {
      owner: null,
      cue: 'The address probably leads to a sign-in page. Open it in a browser',
      steps: ['load-file'],
      does: 'The page offers the file.',
    },
  },
  'silent-metadata': {
    name: 'Slow metadata',
    group: 'refusals',
    does: 'Takes a minute to answer the metadata URL.',
    teaches: 'Nobody waits that long on a call: download the file and load it.',
    finding: 'fetch.timeout',
    shows: 'setup',
    cure: {
      owner: null,
      cue: 'if it stays silent, download the metadata in a browser',
      steps: ['begin-again', 'load-file'],
      does: 'The file is there, at its own address.',
    },
  },
} as const satisfies FaultTexts
