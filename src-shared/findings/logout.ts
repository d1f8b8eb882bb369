import type { CheckTexts } from './finding-text.ts'

const clocks = 'Set the clocks of both sides by NTP.'
const times = 'Times in SAML are UTC and look like 2026-11-22T08:00:00Z.'

/** Single logout: who asks whom to end which session, and what became of it. */
export const logoutFindings = {
  'saml.logout.message': {
    about: 'The kind of message',
    passed: 'The message is a SAML 2.0 logout message.',
    owner: 'idp-admin',
    reference: 'SAML Core §3.7',
    faults: {
      'saml.logout.message.other': {
        severity: 'error',
        title: 'This is not a logout message.',
        detail: 'Single logout uses samlp:LogoutRequest and samlp:LogoutResponse.',
        owner: 'idp-admin',
        fix: 'Check that the single logout URL, not the ACS URL, was used for it.',
      },
      'saml.logout.message.version': {
        severity: 'error',
        title: 'The message is not SAML 2.0.',
        detail: 'It must say Version="2.0".',
        owner: 'idp-admin',
        fix: 'Choose SAML 2.0 at the identity provider.',
      },
      'saml.logout.message.no-id': {
        severity: 'error',
        title: 'The message has no ID.',
        detail: 'Without an ID it can be neither signed nor answered.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the sender: the message is incomplete.',
      },
    },
  },
  'saml.logout.encoding': {
    about: 'How the message travelled',
    passed: 'The message was carried as its binding prescribes.',
    owner: 'idp-admin',
    reference: 'SAML Bindings §3.4.4, §3.5.4',
    faults: {
      'saml.logout.encoding.unreadable': {
        severity: 'error',
        title: 'The address holds no SAML message that can be read.',
        detail: 'SAMLRequest or SAMLResponse must be there once: deflated, Base64, URL-encoded.',
        owner: 'idp-admin',
        fix: 'Copy the whole address, up to its very end.',
      },
      'saml.logout.encoding.relay-state': {
        severity: 'warning',
        title: 'RelayState is longer than 80 bytes.',
        detail: 'The standard allows no more, and receivers may cut or refuse it.',
        owner: 'sp-admin',
        fix: 'Send a short handle as RelayState and keep the rest on the server.',
        reference: 'SAML Bindings §3.4.3',
      },
    },
  },
  'saml.logout.signature': {
    about: 'Whether it is signed',
    passed: 'The logout message is signed.',
    owner: 'idp-admin',
    reference: 'SAML Profiles §4.4.4.1, §4.4.4.2',
    faults: {
      'saml.logout.signature.missing': {
        severity: 'error',
        title: 'The logout message is not signed.',
        detail: "Anyone could end other people's sessions with it.",
        owner: 'idp-admin',
        fix: 'Turn on signing of logout messages at the identity provider.',
      },
      'saml.logout.signature.misplaced': {
        severity: 'error',
        title: 'A signature stands where none belongs.',
        detail: 'The one signature is a direct child of the message, and no ID may appear twice.',
        owner: 'idp-admin',
        fix: 'Treat this message as an attack until the identity provider explains it.',
      },
    },
  },
  'saml.logout.issuer': {
    about: 'The issuer',
    passed: 'The message comes from the identity provider of this connection.',
    owner: 'sp-admin',
    reference: 'SAML Profiles §4.4.4.1',
    faults: {
      'saml.logout.issuer.missing': {
        severity: 'error',
        title: 'The message does not say who issued it.',
        detail: 'A logout message must carry an Issuer.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the sender: the message is incomplete.',
      },
      'saml.logout.issuer.mismatch': {
        severity: 'error',
        title: 'The message comes from another identity provider.',
        detail: 'Its Issuer is not the entity ID this connection was set up with.',
        owner: 'sp-admin',
        fix: "Load the identity provider's metadata again. Microsoft Entra ID issues logout answers under its login URL.",
      },
    },
  },
  'saml.logout.destination': {
    about: 'The destination',
    passed: 'The message was addressed to our logout URL.',
    owner: 'idp-admin',
    reference: 'SAML Bindings §3.4.5.2, §3.5.5.2',
    faults: {
      'saml.logout.destination.mismatch': {
        severity: 'error',
        title: 'The message was addressed to another URL.',
        detail: 'Destination must be our logout URL, character for character.',
        owner: 'idp-admin',
        fix: 'Set the logout URL of this application at the identity provider to the expected value.',
      },
      'saml.logout.destination.missing': {
        severity: 'policy',
        title: 'The signed message names no destination.',
        detail: 'A signed message must say where it is meant to go, or it could be replayed elsewhere.',
        owner: 'idp-admin',
        fix: 'Have the identity provider include Destination in signed messages.',
      },
    },
  },
  'saml.logout.time': {
    about: 'The times',
    passed: 'The message is fresh.',
    owner: 'idp-admin',
    reference: 'SAML Core §3.2.1, §3.7.1',
    faults: {
      'saml.logout.time.unreadable': {
        severity: 'error',
        title: 'A time in the message cannot be read.',
        detail: times,
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the sender: the time is missing or not in UTC.',
      },
      'saml.logout.time.in-the-future': {
        severity: 'error',
        title: 'The message was issued in the future.',
        detail: "The sender's clock is ahead of ours by more than the skew allowed.",
        owner: 'idp-admin',
        fix: clocks,
      },
      'saml.logout.time.too-old': {
        severity: 'policy',
        title: 'The message is more than 10 minutes old.',
        detail: 'A logout takes seconds. An old message was kept back, or a clock is wrong.',
        owner: 'user',
        fix: clocks,
      },
      'saml.logout.time.expired': {
        severity: 'error',
        title: 'The request to sign out has expired.',
        detail: 'NotOnOrAfter lies in the past by our clock, further than the skew allowed.',
        owner: 'user',
        fix: 'Sign out again. If it keeps happening, set the clocks of both sides by NTP.',
      },
    },
  },
  'saml.logout.subject': {
    about: 'Whose session ends',
    passed: 'The user is named.',
    owner: 'idp-admin',
    reference: 'SAML Core §3.7.1',
    faults: {
      'saml.logout.subject.missing': {
        severity: 'error',
        title: 'The request does not say whose session should end.',
        detail: 'There is no NameID in it.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider: the request is incomplete.',
      },
      'saml.logout.subject.several': {
        severity: 'error',
        title: 'The request names more than one user.',
        detail: 'A logout request names one user, as plain text.',
        owner: 'idp-admin',
        fix: 'Treat this message as an attack until the identity provider explains it.',
      },
      'saml.logout.subject.every-session': {
        severity: 'info',
        title: 'No session is named: all of this user end.',
        detail: 'Without SessionIndex every session of the user at this application ends.',
        owner: 'idp-admin',
        fix: 'Nothing to do.',
      },
    },
  },
  'saml.logout.status': {
    about: 'The outcome',
    passed: 'The other side says the logout succeeded.',
    owner: 'idp-admin',
    reference: 'SAML Core §3.7.3',
    faults: {
      'saml.logout.status.partial': {
        severity: 'warning',
        title: 'Some applications could not be signed out.',
        detail: 'The user may still be signed in elsewhere.',
        owner: 'user',
        fix: 'Close the browser to be sure.',
      },
      'saml.logout.status.failed': {
        severity: 'error',
        title: 'The other side could not sign the user out.',
        detail: 'Its status is not Success; the second code and the message, where there are any, say why.',
        owner: 'idp-admin',
        fix: "Look up this logout in the other side's log.",
      },
      'saml.logout.status.missing': {
        severity: 'error',
        title: 'The answer has no status.',
        detail: 'Every answer must say whether the logout succeeded.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider: the answer is incomplete.',
      },
    },
  },
  'saml.logout.in-response-to': {
    about: 'The request it answers',
    passed: 'The answer belongs to our request.',
    owner: 'idp-admin',
    reference: 'SAML Core §3.2.2',
    faults: {
      'saml.logout.in-response-to.mismatch': {
        severity: 'error',
        title: 'The answer belongs to another request.',
        detail: 'InResponseTo is not the ID of our logout request.',
        owner: 'user',
        fix: 'Sign out again in one browser tab.',
      },
      'saml.logout.in-response-to.missing': {
        severity: 'error',
        title: 'The answer does not say which request it belongs to.',
        detail: 'We asked for this logout, so the answer must carry the ID of our request.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider: the answer is incomplete.',
      },
    },
  },
} as const satisfies CheckTexts
