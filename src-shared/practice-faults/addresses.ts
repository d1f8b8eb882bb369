import type { FaultTexts } from './fault-text.ts'

const audience = {
  owner: 'idp-admin',
  cue: 'Set the audience (SP entity ID, identifier)',
  steps: ['set-right'],
  does: 'Enter our entity ID as audience of this application.',
} as const

/** For whom, where to and by whom. */
export const addressFaults = {
  'wrong-audience': {
    name: 'Wrong audience',
    group: 'addresses',
    does: 'Issues the assertion for another application.',
    teaches: 'The entity ID entered at the identity provider must be ours, character for character.',
    finding: 'saml.audience.mismatch',
    shows: 'login',
    cure: audience,
  },
  'audience-with-slash': {
    name: 'Audience with a slash',
    group: 'addresses',
    does: 'Adds a slash to the end of our entity ID.',
    teaches: 'A name is compared as text: one slash more is another application.',
    finding: 'saml.audience.mismatch',
    shows: 'login',
    cure: audience,
  },
  'wrong-recipient': {
    name: 'Wrong recipient',
    group: 'addresses',
    does: 'Means the assertion for the ACS URL of a test system.',
    teaches: 'Recipient must be the very ACS URL that the response is posted to.',
    finding: 'saml.recipient.mismatch',
    shows: 'login',
    cure: {
      owner: 'idp-admin',
      cue: 'Set the ACS URL (reply URL, recipient)',
      steps: ['set-right'],
      does: 'Enter our ACS URL as recipient.',
    },
  },
  'wrong-destination': {
    name: 'Wrong destination',
    group: 'addresses',
    does: 'Addresses the response to the ACS URL of a test system.',
    teaches: 'Destination guards the response as Recipient guards the assertion; some consoles have a field for each.',
    finding: 'saml.destination.mismatch',
    shows: 'login',
    cure: {
      owner: 'idp-admin',
      cue: 'Set the ACS URL (reply URL) of this application',
      steps: ['set-right'],
      does: 'Enter our ACS URL as destination.',
    },
  },
  'wrong-acs-url': {
    name: 'Wrong ACS URL',
    group: 'addresses',
    does: 'Posts the response to an address that is not ours.',
    teaches: 'A response that goes elsewhere never arrives: there is nothing to judge, only the address to compare.',
    finding: 'test-login.posted-elsewhere',
    shows: 'login',
    cure: {
      owner: null,
      cue: 'set the ACS URL (reply URL) to exactly',
      steps: ['set-right'],
      does: 'Enter our ACS URL as the address to post to.',
    },
  },
  'wrong-issuer': {
    name: 'Changed entity ID',
    group: 'addresses',
    does: 'Goes by another entity ID than the one you loaded.',
    teaches: 'An identity provider that was moved or renamed has a new entity ID: its metadata must be loaded again.',
    finding: 'saml.assertion-issuer.mismatch',
    shows: 'login',
    cure: {
      owner: 'sp-admin',
      cue: "Load the identity provider's metadata again",
      steps: ['load-metadata'],
      does: 'Nothing: its metadata says the new entity ID already.',
    },
  },
  'wrong-in-response-to': {
    name: 'Answer to another request',
    group: 'addresses',
    does: 'Answers an earlier request once, as after going back in the browser.',
    teaches: 'One request, one answer: two tabs or a reload mix them up.',
    finding: 'saml.confirmation-request.mismatch',
    shows: 'login',
    once: true,
    cure: {
      owner: 'user',
      cue: 'Begin the login again in one browser tab',
      steps: ['begin-again'],
      does: 'Nothing: it is over after one login.',
    },
  },
  'answer-to-nobody': {
    name: 'Answer to no request',
    group: 'addresses',
    does: 'Begins a login of its own instead of answering ours.',
    teaches:
      'A tile or bookmark at the identity provider may drop the request; then anyone could have started the login.',
    finding: 'saml.confirmation-request.missing',
    shows: 'login',
    cure: {
      owner: 'idp-admin',
      cue: 'answers the request rather than beginning a login of its own',
      steps: ['set-right'],
      does: 'Have it answer requests.',
    },
  },
} as const satisfies FaultTexts
