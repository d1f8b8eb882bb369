import type { LogoutRefusal } from '../logout/logout-refused.ts'

/** Beside the sign-in's own: these name the sign-out. */
export const logoutProblems: {
  readonly [reason in LogoutRefusal]: { readonly what: string; readonly remedy: string }
} = {
  unreadable: {
    what: 'There is no sign-out message here that can be read.',
    remedy: 'By Redirect it is deflated, then Base64, then URL-encoded; by POST it is Base64 alone.',
  },
  'other-message': {
    what: 'This is no sign-out message.',
    remedy: 'A samlp:LogoutRequest or samlp:LogoutResponse of version 2.0 is expected at this address.',
  },
  'issuer-unknown': {
    what: 'The application that sends this sign-out is not known here.',
    remedy:
      'Register the application’s metadata on the front page. Its entity ID must be the same, character for character.',
  },
  destination: {
    what: 'The sign-out message is meant for another address.',
    remedy: 'Load this identity provider’s metadata into the application again: compare the sign-out URL.',
  },
  'certificate-missing': {
    what: 'The sign-out message cannot be checked.',
    remedy: 'Register the application by metadata that has its signing certificate.',
  },
  unsigned: {
    what: 'The sign-out message is not signed.',
    remedy: 'Switch on the signing of sign-out messages in the application: anyone could end other people’s sessions.',
  },
  signature: {
    what: 'The signature of the sign-out message does not hold.',
    remedy: 'It was made with another key than the registered one. Register the application’s present metadata.',
  },
  old: {
    what: 'The sign-out request is too old, or from the future.',
    remedy: 'Compare the clocks of the application’s machine and of this one, then sign out again.',
  },
  used: {
    what: 'This sign-out request was taken before.',
    remedy: 'Sign out at the application again: every request needs an ID of its own.',
  },
  name: {
    what: 'The sign-out request does not name one person.',
    remedy: 'The application must send the NameID that it was given, once and not encrypted.',
  },
  'answer-unknown': {
    what: 'This sign-out answer belongs to no request.',
    remedy: 'The application must put the request’s ID into InResponseTo, and answer once.',
  },
}
