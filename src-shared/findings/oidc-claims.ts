import type { CheckTexts } from './finding-text.ts'

const clocks = 'Set the clocks of both sides by NTP.'
const again = 'Begin the login again. If it keeps happening, set the clocks of both sides by NTP.'
const notANumber = 'Times in tokens are numbers: seconds since 1970, not text.'
const vendor = 'Report this to the vendor of the identity provider'

/** By whom, for whom and for how long the token was issued. */
export const oidcClaimFindings = {
  'oidc.issuer': {
    about: 'The issuer',
    passed: 'The token was issued by this identity provider.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §3.1.3.7',
    faults: {
      'oidc.issuer.missing': {
        severity: 'error',
        title: 'The token names no issuer.',
        detail: 'iss is missing or is not a text.',
        owner: 'idp-admin',
        fix: `${vendor}: an ID Token always has iss.`,
        reference: 'OpenID Connect Core §2',
      },
      'oidc.issuer.mismatch': {
        severity: 'error',
        title: 'The token is from another issuer.',
        detail: 'iss is not the issuer of this connection, character for character.',
        owner: 'sp-admin',
        fix: 'Enter the issuer exactly as the discovery document of the identity provider shows it. Where it is that already, have the identity provider put it into its tokens.',
      },
    },
  },
  'oidc.tenant': {
    about: 'The tenant',
    passed: 'The token is of a tenant that may sign in here.',
    owner: 'sp-admin',
    reference: 'OpenID Connect Core §3.1.3.7',
    faults: {
      'oidc.tenant.missing': {
        severity: 'error',
        title: 'The token names no tenant.',
        detail: 'This identity provider serves many organisations. Without the tenant any of them could sign in.',
        owner: 'sp-admin',
        fix: 'Use the issuer of the one tenant (Microsoft), or sign in with an account of the organisation, not a private one (Google).',
      },
      'oidc.tenant.mismatch': {
        severity: 'error',
        title: 'The token is of another tenant.',
        detail: 'The organisation that vouches for this user is not the one of this connection.',
        owner: 'user',
        fix: 'Sign out at the identity provider and sign in with the account of this organisation.',
      },
    },
  },
  'oidc.audience': {
    about: 'The audience',
    passed: 'The token was issued for this application.',
    owner: 'sp-admin',
    reference: 'OpenID Connect Core §3.1.3.7',
    faults: {
      'oidc.audience.missing': {
        severity: 'error',
        title: 'The token names no audience.',
        detail: 'Without aud it would be good at every application.',
        owner: 'idp-admin',
        fix: `${vendor}: an ID Token always has aud.`,
        reference: 'OpenID Connect Core §2',
      },
      'oidc.audience.mismatch': {
        severity: 'error',
        title: 'The token was issued for another application.',
        detail: 'Our client ID is not its audience, character for character.',
        owner: 'sp-admin',
        fix: 'Enter the client ID of this application as the identity provider shows it. Where it is that already, have the identity provider issue its tokens to it.',
      },
      'oidc.audience.additional': {
        severity: 'error',
        title: 'The token is also meant for others.',
        detail: 'Whoever else receives it could pass it on to us and sign in as the user.',
        owner: 'idp-admin',
        fix: 'Remove the further audiences from ID Tokens of this client.',
      },
    },
  },
  'oidc.authorized-party': {
    about: 'The authorised party',
    passed: 'The token was issued to this client.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §3.1.3.7',
    faults: {
      'oidc.authorized-party.mismatch': {
        severity: 'error',
        title: 'The token was issued to another client.',
        detail: 'azp is not our client ID.',
        owner: 'sp-admin',
        fix: 'Enter the client ID of this application as the identity provider shows it. Where it is that already, have the identity provider issue its tokens to it.',
      },
    },
  },
  'oidc.expiry': {
    about: 'Whether the token is still valid',
    passed: 'The token is still valid.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §3.1.3.7',
    faults: {
      'oidc.expiry.expired': {
        severity: 'error',
        title: 'The token has expired.',
        detail: 'exp lies in the past by our clock, further than the skew allowed.',
        owner: 'user',
        fix: again,
      },
      'oidc.expiry.missing': {
        severity: 'error',
        title: 'The token never expires.',
        detail: 'exp is missing, so it could be used for ever.',
        owner: 'idp-admin',
        fix: `${vendor}: an ID Token always has exp.`,
        reference: 'OpenID Connect Core §2',
      },
      'oidc.expiry.unreadable': {
        severity: 'error',
        title: 'The end of validity cannot be read.',
        detail: notANumber,
        owner: 'idp-admin',
        fix: `${vendor}: exp is not a number.`,
        reference: 'RFC 7519 §4.1.4',
      },
    },
  },
  'oidc.issued-at': {
    about: 'When the token was issued',
    passed: 'The token was issued just now.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §3.1.3.7',
    faults: {
      'oidc.issued-at.in-the-future': {
        severity: 'error',
        title: 'The token was issued in the future.',
        detail: "The identity provider's clock is ahead of ours by more than the skew allowed.",
        owner: 'idp-admin',
        fix: clocks,
      },
      'oidc.issued-at.too-old': {
        severity: 'policy',
        title: 'The token was issued more than ten minutes ago.',
        detail: 'A login takes seconds, so the token was kept back or the clocks differ.',
        owner: 'user',
        fix: again,
      },
      'oidc.issued-at.missing': {
        severity: 'error',
        title: 'The token does not say when it was issued.',
        detail: 'iat is missing.',
        owner: 'idp-admin',
        fix: `${vendor}: an ID Token always has iat.`,
        reference: 'OpenID Connect Core §2',
      },
      'oidc.issued-at.unreadable': {
        severity: 'error',
        title: 'The time of issue cannot be read.',
        detail: notANumber,
        owner: 'idp-admin',
        fix: `${vendor}: iat is not a number.`,
        reference: 'RFC 7519 §4.1.6',
      },
    },
  },
  'oidc.not-before': {
    about: 'Whether the token is valid yet',
    passed: 'The token is valid already.',
    owner: 'idp-admin',
    reference: 'RFC 7519 §4.1.5',
    faults: {
      'oidc.not-before.too-early': {
        severity: 'error',
        title: 'The token is not valid yet.',
        detail: 'nbf lies in the future by our clock, further than the skew allowed.',
        owner: 'idp-admin',
        fix: clocks,
      },
      'oidc.not-before.unreadable': {
        severity: 'error',
        title: 'The start of validity cannot be read.',
        detail: notANumber,
        owner: 'idp-admin',
        fix: `${vendor}: nbf is not a number.`,
      },
    },
  },
  'oidc.nonce': {
    about: 'The nonce',
    passed: 'The token answers our request.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §3.1.3.7',
    faults: {
      'oidc.nonce.mismatch': {
        severity: 'error',
        title: 'The token answers another request.',
        detail: 'Its nonce is not the one we sent: it may have been issued to someone else, or in another tab.',
        owner: 'user',
        fix: 'Begin the login again, in one tab.',
      },
      'oidc.nonce.missing': {
        severity: 'error',
        title: 'The token does not name our request.',
        detail: 'We sent a nonce and it did not come back, so the token could be from any login.',
        owner: 'idp-admin',
        fix: `${vendor}: the nonce of the request has to come back in the ID Token.`,
      },
      'oidc.nonce.unexpected': {
        severity: 'error',
        title: 'The token answers a request that was not ours.',
        detail: 'It carries a nonce although we sent none.',
        owner: 'user',
        fix: 'Begin the login again, here.',
      },
    },
  },
} as const satisfies CheckTexts
