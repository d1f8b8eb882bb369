import type { CheckTexts } from './finding-text.ts'

const attack = 'Treat this message as an attack until the identity provider explains it.'

/** Who the assertion speaks of, and how it was delivered. */
export const subjectFindings = {
  'saml.assertion-issuer': {
    about: 'The issuer of the assertion',
    passed: 'The assertion comes from the identity provider of this connection.',
    owner: 'sp-admin',
    reference: 'SAML Core §2.3.3',
    faults: {
      'saml.assertion-issuer.mismatch': {
        severity: 'error',
        title: 'The assertion comes from another identity provider.',
        detail: 'Its Issuer is not the entity ID this connection was set up with.',
        owner: 'sp-admin',
        fix: "Load the identity provider's metadata again, or set its entity ID to the value received if you know it is right.",
      },
      'saml.assertion-issuer.missing': {
        severity: 'error',
        title: 'The assertion does not say who issued it.',
        detail: 'Every assertion must carry an Issuer.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider: the assertion is incomplete.',
      },
    },
  },
  'saml.name-id': {
    about: 'The name identifier',
    passed: 'The user is named.',
    owner: 'idp-admin',
    reference: 'SAML Core §2.2.2, §8.3',
    faults: {
      'saml.name-id.missing': {
        severity: 'error',
        title: 'The assertion names nobody.',
        detail: 'There is no NameID, so this login cannot be tied to an account.',
        owner: 'idp-admin',
        fix: 'Send a NameID: at the identity provider, set the application username (Name ID) to the e-mail address or a lasting ID.',
      },
      'saml.name-id.several': {
        severity: 'error',
        title: 'The assertion names more than one user.',
        detail: 'An assertion has one subject with one name identifier.',
        owner: 'idp-admin',
        fix: attack,
      },
      'saml.name-id.control-characters': {
        severity: 'error',
        title: 'The name identifier holds invisible characters.',
        detail: 'Two users could look alike on screen.',
        owner: 'idp-admin',
        fix: "Clean the user's name or e-mail address in the directory of the identity provider.",
      },
      'saml.name-id.transient': {
        severity: 'warning',
        title: 'The name identifier changes at every login.',
        detail: 'A transient NameID cannot recognise the user again; the e-mail address has to.',
        owner: 'idp-admin',
        fix: 'Choose a persistent or e-mail NameID format for this application at the identity provider.',
        reference: 'SAML Core §8.3.8',
      },
      'saml.name-id.foreign-qualifier': {
        severity: 'warning',
        title: 'The name identifier was made for another application.',
        detail: 'A persistent NameID is qualified by the application it is for, and that is not us.',
        owner: 'idp-admin',
        fix: 'Check the entity ID (audience) of this application at the identity provider.',
        reference: 'SAML Core §8.3.7',
      },
    },
  },
  'saml.confirmation': {
    about: 'How the assertion may be used',
    passed: 'Whoever delivers the assertion is its subject (bearer).',
    owner: 'idp-admin',
    reference: 'SAML Profiles §3.3, §4.1.4.2',
    faults: {
      'saml.confirmation.missing': {
        severity: 'error',
        title: 'The assertion may not be used for a login.',
        detail: 'There is no bearer subject confirmation, which every web login needs.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider: the assertion is not made for web single sign-on.',
      },
      'saml.confirmation.holder-of-key': {
        severity: 'error',
        title: 'The assertion demands proof of a key.',
        detail: 'Holder-of-key confirmation is not supported here, so it is refused rather than taken for granted.',
        owner: 'idp-admin',
        fix: 'Choose the web browser SSO profile (bearer) for this application at the identity provider.',
        reference: 'SAML Holder-of-Key Web Browser SSO Profile',
      },
    },
  },
  'saml.recipient': {
    about: 'The recipient',
    passed: 'The assertion was meant for our ACS URL.',
    owner: 'idp-admin',
    reference: 'SAML Profiles §4.1.4.2',
    faults: {
      'saml.recipient.mismatch': {
        severity: 'error',
        title: 'The assertion was meant for another URL.',
        detail: 'Recipient must be our ACS URL, character for character.',
        owner: 'idp-admin',
        fix: 'Set the ACS URL (reply URL, recipient) of this application at the identity provider to the expected value.',
      },
      'saml.recipient.missing': {
        severity: 'error',
        title: 'The assertion names no recipient.',
        detail: 'Without a recipient it could be used at any service.',
        owner: 'idp-admin',
        fix: 'Set the recipient at the identity provider to the ACS URL.',
      },
    },
  },
  'saml.confirmation-time': {
    about: 'How long the assertion may be delivered',
    passed: 'The assertion arrived in time.',
    owner: 'idp-admin',
    reference: 'SAML Profiles §4.1.4.2',
    faults: {
      'saml.confirmation-time.expired': {
        severity: 'error',
        title: 'The assertion arrived too late.',
        detail: 'The time in which it may be delivered is over.',
        owner: 'user',
        fix: 'Begin the login again. If it keeps happening, set the clocks of both sides by NTP.',
      },
      'saml.confirmation-time.too-early': {
        severity: 'error',
        title: 'The assertion may not be delivered yet.',
        detail: 'The time in which it may be delivered has not begun by our clock.',
        owner: 'idp-admin',
        fix: 'Set the clocks of both sides by NTP.',
      },
      'saml.confirmation-time.no-end': {
        severity: 'error',
        title: 'The assertion may be delivered for ever.',
        detail: 'A bearer confirmation must end, or a stolen one works for ever.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider: NotOnOrAfter is missing from the subject confirmation.',
      },
      'saml.confirmation-time.unreadable': {
        severity: 'error',
        title: 'A time in the subject confirmation cannot be read.',
        detail: 'Times in SAML are UTC and look like 2026-11-22T08:00:00Z.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider: the time is not in UTC.',
      },
    },
  },
  'saml.confirmation-request': {
    about: 'The request the assertion answers',
    passed: 'The assertion answers our request.',
    owner: 'idp-admin',
    reference: 'SAML Profiles §4.1.4.2, §4.1.5',
    faults: {
      'saml.confirmation-request.mismatch': {
        severity: 'error',
        title: 'The assertion answers another request.',
        detail: 'InResponseTo is not the ID of the request that began this login.',
        owner: 'user',
        fix: 'Begin the login again in one browser tab; do not reload or go back in between.',
      },
      'saml.confirmation-request.missing': {
        severity: 'error',
        title: 'The assertion does not say which request it answers.',
        detail: 'We asked for this login, so the assertion must carry the ID of our request.',
        owner: 'idp-admin',
        fix: 'Check that the identity provider answers the request rather than beginning a login of its own.',
      },
      'saml.confirmation-request.unsolicited': {
        severity: 'error',
        title: 'An assertion nobody asked for names a request.',
        detail:
          'A login that begins at the identity provider answers no request. One that names a request was made for someone else.',
        owner: 'user',
        fix: 'Begin the login again from the start page.',
      },
    },
  },
  'saml.confirmation-address': {
    about: "The user's network address",
    passed: 'The assertion is not tied to a network address.',
    owner: 'network',
    reference: 'SAML Core §2.4.1.2',
    faults: {
      'saml.confirmation-address.named': {
        severity: 'info',
        title: 'The assertion names the network address of the user.',
        detail: 'It is not compared: behind proxies and mobile networks it changes between one request and the next.',
        owner: 'network',
        fix: 'Nothing to do.',
      },
    },
  },
} as const satisfies CheckTexts
