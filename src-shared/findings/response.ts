import type { CheckTexts } from './finding-text.ts'

/** What the Response says about itself. */
export const responseFindings = {
  'saml.status': {
    about: 'The status',
    passed: 'The identity provider says the login succeeded.',
    owner: 'idp-admin',
    reference: 'SAML Core §3.2.2',
    faults: {
      'saml.status.not-success': {
        severity: 'error',
        title: 'The identity provider refused the login.',
        detail: 'Its status is not Success; the second code and the message, where there are any, say why.',
        owner: 'idp-admin',
        fix: "Look up this login in the identity provider's log. Often the user is not assigned to the application.",
      },
      'saml.status.missing': {
        severity: 'error',
        title: 'The response has no status.',
        detail: 'Every response must say whether the login succeeded.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider: the response is incomplete.',
      },
    },
  },
  'saml.destination': {
    about: 'The destination',
    passed: 'The response was addressed to our ACS URL.',
    owner: 'idp-admin',
    reference: 'SAML Bindings §3.5.5.2',
    faults: {
      'saml.destination.mismatch': {
        severity: 'error',
        title: 'The response was addressed to another URL.',
        detail: 'Destination must be our ACS URL, character for character.',
        owner: 'idp-admin',
        fix: 'Set the ACS URL (reply URL) of this application at the identity provider to the expected value.',
      },
      'saml.destination.missing': {
        severity: 'policy',
        title: 'The signed response names no destination.',
        detail: 'A signed response must say where it is meant to go, or it could be replayed elsewhere.',
        owner: 'idp-admin',
        fix: 'Have the identity provider include Destination in signed responses.',
      },
    },
  },
  'saml.in-response-to': {
    about: 'The request it answers',
    passed: 'The response answers our request.',
    owner: 'idp-admin',
    reference: 'SAML Profiles §4.1.4.2, §4.1.5',
    faults: {
      'saml.in-response-to.mismatch': {
        severity: 'error',
        title: 'The response answers another request.',
        detail: 'InResponseTo is not the ID of the request that began this login.',
        owner: 'user',
        fix: 'Begin the login again in one browser tab; do not reload or go back in between.',
      },
      'saml.in-response-to.missing': {
        severity: 'error',
        title: 'The response does not say which request it answers.',
        detail: 'We asked for this login, so the response must carry the ID of our request.',
        owner: 'idp-admin',
        fix: 'Check that the identity provider answers the request rather than beginning a login of its own.',
      },
      'saml.in-response-to.unsolicited': {
        severity: 'error',
        title: 'A response nobody asked for names a request.',
        detail:
          'A login that begins at the identity provider answers no request. One that names a request was made for someone else.',
        owner: 'user',
        fix: 'Begin the login again from the start page.',
      },
    },
  },
  'saml.response-issuer': {
    about: 'The issuer of the response',
    passed: 'The response comes from the identity provider of this connection.',
    owner: 'sp-admin',
    reference: 'SAML Profiles §4.1.4.2',
    faults: {
      'saml.response-issuer.mismatch': {
        severity: 'error',
        title: 'The response comes from another identity provider.',
        detail: 'Its Issuer is not the entity ID this connection was set up with.',
        owner: 'sp-admin',
        fix: "Load the identity provider's metadata again, or set its entity ID to the value received if you know it is right.",
      },
      'saml.response-issuer.missing': {
        severity: 'error',
        title: 'The signed response does not say who issued it.',
        detail: 'A signed response must carry an Issuer.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider: the response is incomplete.',
      },
    },
  },
  'saml.clock': {
    about: "The identity provider's clock",
    passed: "The identity provider's clock agrees with ours.",
    owner: 'idp-admin',
    reference: 'SAML Core §1.3.3',
    faults: {
      'saml.clock.ahead': {
        severity: 'error',
        title: "The identity provider's clock is ahead of ours.",
        detail: 'By its own clock every time in the message would fit; by ours the message comes from the future.',
        owner: 'idp-admin',
        fix: 'Set the clocks of both sides by NTP.',
      },
      'saml.clock.behind': {
        severity: 'error',
        title: "The identity provider's clock is behind ours.",
        detail:
          'It dates its answer before our request. By its own clock every time in the message would fit; by ours they are over.',
        owner: 'idp-admin',
        fix: 'Set the clocks of both sides by NTP.',
      },
      'saml.clock.differs': {
        severity: 'warning',
        title: "The identity provider's clock differs from ours.",
        detail: 'By more than the skew allowed. Logins begin to fail when it grows.',
        owner: 'idp-admin',
        fix: 'Set the clocks of both sides by NTP.',
      },
    },
  },
  'saml.issue-instant': {
    about: 'The time of issue',
    passed: 'The response is fresh.',
    owner: 'idp-admin',
    reference: 'SAML Core §3.2.2, §1.3.3',
    faults: {
      'saml.issue-instant.in-the-future': {
        severity: 'error',
        title: 'The response was issued in the future.',
        detail: "The identity provider's clock is ahead of ours by more than the skew allowed.",
        owner: 'idp-admin',
        fix: 'Set the clocks of both sides by NTP.',
      },
      'saml.issue-instant.too-old': {
        severity: 'policy',
        title: 'The response is more than 10 minutes old.',
        detail: 'A login is answered within seconds. An old response was kept back, or a clock is wrong.',
        owner: 'user',
        fix: 'Begin the login again. If it keeps happening, set the clocks of both sides by NTP.',
      },
      'saml.issue-instant.unreadable': {
        severity: 'error',
        title: 'The time of issue cannot be read.',
        detail: 'Times in SAML are UTC and look like 2026-11-22T08:00:00Z.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider: the time is missing or not in UTC.',
      },
    },
  },
} as const satisfies CheckTexts
