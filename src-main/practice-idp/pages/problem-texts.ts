import type { PracticeIdpRefusal } from '../practice-idp-refused.ts'
import type { RequestRefusal } from '../requests/request-refused.ts'

interface ProblemText {
  readonly what: string
  readonly remedy: string
}

/** What a user sees who may not enter, by the fault of that name. */
export const notAssigned: ProblemText = {
  what: 'You cannot open this application.',
  remedy: 'You are not assigned to it. Ask your administrator for access.',
}

/** These are an identity provider's own pages, so their words are kept here and not in the product's catalogue. */
export const requestProblems: { readonly [reason in RequestRefusal]: ProblemText } = {
  'message-missing': {
    what: 'There is no sign-in request here.',
    remedy: 'Begin at the application: it sends you here with its request.',
  },
  'message-garbled': {
    what: 'The sign-in request cannot be decoded.',
    remedy: 'By Redirect a request is deflated, then Base64, then URL-encoded; by POST it is Base64 alone.',
  },
  'message-too-large': {
    what: 'The sign-in request is larger than a megabyte.',
    remedy: 'A request takes a few hundred bytes: look at what the application sends.',
  },
  'not-xml': {
    what: 'The sign-in request is not well-formed XML.',
    remedy: 'Look at the place named below in what the application sends.',
  },
  'not-an-authn-request': {
    what: 'This is SAML, but no sign-in request.',
    remedy: 'A samlp:AuthnRequest of version 2.0 is expected at this address.',
  },
  'id-missing': {
    what: 'The sign-in request has no ID.',
    remedy: 'The application must give every request an ID, so that it can recognise the answer.',
  },
  'issuer-missing': {
    what: 'The sign-in request does not say who sends it.',
    remedy: 'The application must put its entity ID into Issuer.',
  },
  destination: {
    what: 'The sign-in request is meant for another address.',
    remedy: 'Load this identity provider’s metadata into the application again: its sign-in URL has changed.',
  },
  'unknown-service-provider': {
    what: 'This application is not known here.',
    remedy:
      'Register the application’s metadata on the front page, then sign in again. Where it is registered, compare the entity ID: it must be the same, character for character.',
  },
  'acs-unknown': {
    what: 'The application asks for an answer at an address it has not registered.',
    remedy: 'Register the application’s present metadata, or correct its ACS URL.',
  },
  'binding-unsupported': {
    what: 'The application asks for an answer in a way this identity provider does not know.',
    remedy: 'Set the application’s response binding to HTTP-POST.',
  },
  'signature-missing': {
    what: 'The sign-in request is not signed.',
    remedy: 'The application’s metadata says that it signs its requests. Switch signing on there, or say so no longer.',
  },
  'signature-wrong': {
    what: 'The signature of the sign-in request does not hold.',
    remedy: 'It was made with another key than the registered one. Register the application’s present metadata.',
  },
  'login-expired': {
    what: 'This sign-in has expired.',
    remedy: 'Go back to the application and begin again.',
  },
}

/** By HTTP status. */
export const pageProblems = {
  403: { what: 'Another site sent this form.', remedy: 'Open the practice identity provider itself and do it there.' },
  404: { what: 'There is no such page.', remedy: 'Begin at the application, or on the front page.' },
  413: { what: 'This file is too large.', remedy: 'Metadata of one application takes a few kilobytes.' },
  415: { what: 'This form cannot be read.', remedy: 'Send it from the practice identity provider’s own page.' },
  421: {
    what: 'The practice identity provider is not reached by this name.',
    remedy: 'Use the address that the app shows, which begins with http://127.0.0.1.',
  },
  500: {
    what: 'The practice identity provider failed.',
    remedy: 'Begin again at the application. If it fails again, stop the practice identity provider and start it.',
  },
} as const satisfies Record<number, ProblemText>

export const metadataProblems: {
  readonly [reason in Extract<PracticeIdpRefusal, `metadata-${string}`>]: ProblemText
} = {
  'metadata-unreadable': {
    what: 'This is not well-formed XML.',
    remedy: 'Download the application’s metadata again and choose the file itself.',
  },
  'metadata-several': {
    what: 'This metadata describes several applications.',
    remedy: 'Register each with metadata of its own.',
  },
  'metadata-without-service-provider': {
    what: 'This metadata describes no application.',
    remedy: 'Choose the application’s metadata (an SPSSODescriptor), not an identity provider’s.',
  },
  'metadata-without-entity-id': {
    what: 'This metadata gives the application no entity ID.',
    remedy: 'Add entityID to its EntityDescriptor.',
  },
  'metadata-without-acs': {
    what: 'This metadata says nowhere that the response may be posted.',
    remedy: 'Add an AssertionConsumerService with the HTTP-POST binding and an http or https address.',
  },
  'metadata-certificate': {
    what: 'A signing certificate in this metadata cannot be read.',
    remedy: 'Export the metadata again, or correct the X509Certificate element.',
  },
}
