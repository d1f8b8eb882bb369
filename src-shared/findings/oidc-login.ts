import type { CheckTexts } from './finding-text.ts'

const vendor = 'Report this to the vendor of the identity provider'
const attack = 'Treat this login as an attack until the identity provider explains it.'

/** What belongs to a token, and how the user signed in. */
export const oidcLoginFindings = {
  'oidc.access-token-hash': {
    about: 'The access token that belongs to it',
    passed: 'The access token belongs to this ID Token.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §3.1.3.8',
    faults: {
      'oidc.access-token-hash.mismatch': {
        severity: 'error',
        title: 'The access token does not belong to this ID Token.',
        detail: 'at_hash is not the hash of the access token that came with it.',
        owner: 'idp-admin',
        fix: attack,
      },
    },
  },
  'oidc.code-hash': {
    about: 'The authorization code that belongs to it',
    passed: 'The authorization code belongs to this ID Token.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §3.3.2.10',
    faults: {
      'oidc.code-hash.mismatch': {
        severity: 'error',
        title: 'The authorization code does not belong to this ID Token.',
        detail: 'c_hash is not the hash of the code that came with it.',
        owner: 'idp-admin',
        fix: attack,
      },
    },
  },
  'oidc.authentication-time': {
    about: 'When the user signed in',
    passed: 'The user signed in recently enough.',
    owner: 'user',
    reference: 'OpenID Connect Core §3.1.3.7',
    faults: {
      'oidc.authentication-time.missing': {
        severity: 'error',
        title: 'The token does not say when the user signed in.',
        detail: 'The age of the sign-in was limited (max_age), so auth_time is required.',
        owner: 'idp-admin',
        fix: 'Have auth_time added to ID Tokens of this client, or drop the limit.',
        reference: 'OpenID Connect Core §2',
      },
      'oidc.authentication-time.too-old': {
        severity: 'error',
        title: 'The user signed in too long ago.',
        detail: 'This connection limits how old the sign-in at the identity provider may be.',
        owner: 'user',
        fix: 'Sign out at the identity provider and begin again, or have the request ask for a fresh sign-in.',
      },
      'oidc.authentication-time.in-the-future': {
        severity: 'error',
        title: 'The user signed in in the future.',
        detail: "The identity provider's clock is ahead of ours by more than the skew allowed.",
        owner: 'idp-admin',
        fix: 'Set the clocks of both sides by NTP.',
      },
      'oidc.authentication-time.unreadable': {
        severity: 'error',
        title: 'The time of sign-in cannot be read.',
        detail: 'auth_time is a number: seconds since 1970.',
        owner: 'idp-admin',
        fix: `${vendor}: auth_time is not a number.`,
      },
    },
  },
  'oidc.authentication-context': {
    about: 'How the user signed in',
    passed: 'The user signed in as was asked for.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §3.1.3.7',
    faults: {
      'oidc.authentication-context.not-met': {
        severity: 'error',
        title: 'The user did not sign in as was asked for.',
        detail: 'The request named the classes of sign-in that will do (acr_values), and acr is none of them.',
        owner: 'idp-admin',
        fix: 'Allow one of the classes for this client at the identity provider, or drop the demand.',
      },
    },
  },
  'oidc.second-factor': {
    about: 'A second factor',
    passed: 'The user signed in with more than one factor.',
    owner: 'idp-admin',
    reference: 'RFC 8176 §2',
    faults: {
      'oidc.second-factor.not-told': {
        severity: 'info',
        title: 'The token does not speak of a second factor.',
        detail: 'That does not mean there was none: many identity providers ask for one and do not say so in amr.',
        owner: 'idp-admin',
        fix: 'Nothing to do, unless a second factor is required. It is asked for at the identity provider, never here.',
      },
    },
  },
  'oidc.subject': {
    about: 'The user',
    passed: 'The token names the user.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §2',
    faults: {
      'oidc.subject.missing': {
        severity: 'error',
        title: 'The token does not name the user.',
        detail: 'sub is missing, empty or not a text.',
        owner: 'idp-admin',
        fix: `${vendor}: an ID Token always has sub.`,
      },
      'oidc.subject.too-long': {
        severity: 'error',
        title: 'The name of the user is too long.',
        detail: 'sub has at most 255 characters.',
        owner: 'idp-admin',
        fix: `${vendor}: sub is longer than 255 characters.`,
      },
      'oidc.subject.control-characters': {
        severity: 'error',
        title: 'The name of the user holds invisible characters.',
        detail: 'Two names that look alike could be two users.',
        owner: 'idp-admin',
        fix: "Remove the invisible characters from the user's entry in the directory.",
      },
      'oidc.subject.changed': {
        severity: 'error',
        title: 'The token names another user than before.',
        detail:
          'sub must stay the same for one user at one client. After a refresh it must be that of the first token.',
        owner: 'user',
        fix: 'Begin the login again. If every login gives another sub, the identity provider sends a transient one: choose a stable one there.',
        reference: 'OpenID Connect Core §12.2',
      },
      'oidc.subject.is-an-address': {
        severity: 'warning',
        title: 'The user is named by an e-mail address.',
        detail: 'Addresses change hands. Whoever gets this one later would be the same user.',
        owner: 'idp-admin',
        fix: 'Send an ID that never changes as sub.',
        reference: 'OpenID Connect Core §5.7',
      },
    },
  },
  'oidc.user-info': {
    about: 'UserInfo',
    passed: 'UserInfo speaks of the same user.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §5.3.2',
    faults: {
      'oidc.user-info.unreadable': {
        severity: 'error',
        title: 'UserInfo cannot be read.',
        detail: 'It is one JSON object, every member once.',
        owner: 'idp-admin',
        fix: 'Have UserInfo sent unsigned as application/json, or ask for the claims in the ID Token.',
      },
      'oidc.user-info.subject-missing': {
        severity: 'error',
        title: 'UserInfo does not name the user.',
        detail: 'sub is missing, so it may speak of anyone.',
        owner: 'idp-admin',
        fix: `${vendor}: UserInfo always has sub.`,
      },
      'oidc.user-info.subject-differs': {
        severity: 'error',
        title: 'UserInfo speaks of another user.',
        detail: 'Its sub is not that of the ID Token, so none of it is used.',
        owner: 'idp-admin',
        fix: attack,
      },
      'oidc.user-info.claims-differ': {
        severity: 'warning',
        title: 'UserInfo and the ID Token disagree.',
        detail: 'The same claim has different values. The ID Token counts, for it is signed.',
        owner: 'idp-admin',
        fix: 'Map both from the same field of the directory.',
      },
    },
  },
} as const satisfies CheckTexts
