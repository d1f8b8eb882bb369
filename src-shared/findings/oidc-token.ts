import type { CheckTexts } from './finding-text.ts'

const attack = 'Treat this token as an attack until the identity provider explains it.'
const vendor = 'Report this to the vendor of the identity provider'

/** How a token is written, and what kind of token it is. */
export const oidcTokenFindings = {
  'oidc.token': {
    about: 'The form of the token',
    passed: 'The token is a JSON Web Token in compact form.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §2',
    faults: {
      'oidc.token.empty': {
        severity: 'error',
        title: 'There is no token.',
        detail: 'The input is empty.',
        owner: 'sp-admin',
        fix: 'Copy the value of id_token from the token response and try again.',
      },
      'oidc.token.too-large': {
        severity: 'error',
        title: 'The token is too large.',
        detail: 'It has more than 200,000 characters, so nothing of it was read.',
        owner: 'idp-admin',
        fix: 'Send fewer groups: only those assigned to the application.',
      },
      'oidc.token.opaque': {
        severity: 'error',
        title: 'This token is opaque.',
        detail: 'Only the server that issued it can read it. An access token may be opaque, an ID Token never is.',
        owner: 'sp-admin',
        fix: 'Take the value of id_token, not of access_token or refresh_token, and ask for the scope openid.',
      },
      'oidc.token.json-serialization': {
        severity: 'error',
        title: 'The token is written as JSON.',
        detail:
          'ID Tokens have the compact form, three parts joined by dots. Other forms serve to make readers disagree.',
        owner: 'idp-admin',
        fix: `${vendor}: ID Tokens are sent in compact form only.`,
      },
      'oidc.token.parts': {
        severity: 'error',
        title: 'This is no token in compact form.',
        detail: 'A signed token has three parts joined by dots, an encrypted one five.',
        owner: 'sp-admin',
        fix: 'Copy the whole token: an end may have been cut off, or something else copied with it.',
        reference: 'RFC 7515 §3.1',
      },
      'oidc.token.encoding': {
        severity: 'error',
        title: 'A part of the token is not Base64url.',
        detail: 'White space, padding or other characters stand in it, so it was changed on the way or cut off.',
        owner: 'sp-admin',
        fix: 'Copy the whole token as it was received, without line breaks.',
        reference: 'RFC 7515 §2',
      },
      'oidc.token.json': {
        severity: 'error',
        title: 'A part of the token is not a JSON object.',
        detail: 'Header and claims are JSON objects in UTF-8.',
        owner: 'idp-admin',
        fix: `${vendor}: the token cannot be read.`,
        reference: 'RFC 7519 §7.2',
      },
      'oidc.token.duplicate-member': {
        severity: 'error',
        title: 'A member stands twice in the token.',
        detail: 'One reader takes the first value, another the last, so they see different users or applications.',
        owner: 'idp-admin',
        fix: attack,
        reference: 'RFC 7519 §4',
      },
    },
  },
  'oidc.encryption': {
    about: 'What is encrypted',
    passed: 'What is encrypted could be opened.',
    owner: 'sp-admin',
    reference: 'OpenID Connect Core §10.2',
    faults: {
      'oidc.encryption.other-key': {
        severity: 'error',
        title: 'The token is encrypted to another key, or was changed.',
        detail: 'None of our private keys opens it.',
        owner: 'idp-admin',
        fix: 'Let the identity provider read our current encryption key again (jwks_uri or the key entered by hand).',
      },
      'oidc.encryption.unsupported': {
        severity: 'error',
        title: 'The token is encrypted in a way that is not supported.',
        detail: 'RSA-OAEP or ECDH-ES with AES-GCM or AES-CBC-HMAC are; passwords, shared secrets and RSA1_5 are not.',
        owner: 'idp-admin',
        fix: 'Choose RSA-OAEP-256 and A256GCM for ID Tokens of this client, or switch their encryption off.',
      },
      'oidc.encryption.malformed': {
        severity: 'error',
        title: 'The encrypted token is malformed.',
        detail: 'A part that decryption needs is missing or cannot be read.',
        owner: 'idp-admin',
        fix: `${vendor}: the encrypted token cannot be read.`,
        reference: 'RFC 7516 §5.2',
      },
      'oidc.encryption.not-signed': {
        severity: 'error',
        title: 'What was encrypted is not a signed token.',
        detail: 'Anybody can encrypt to our public key: without a signature inside nobody vouches for the content.',
        owner: 'idp-admin',
        fix: 'Have ID Tokens signed and then encrypted for this client.',
      },
    },
  },
  'oidc.type': {
    about: 'The kind of token',
    passed: 'The token is not marked as another kind of token.',
    owner: 'sp-admin',
    reference: 'RFC 8725 §3.11',
    faults: {
      'oidc.type.access-token': {
        severity: 'error',
        title: 'This is an access token.',
        detail: 'It says what a client may do, not who signed in, and was not issued for us to read.',
        owner: 'sp-admin',
        fix: 'Take the value of id_token from the token response, not of access_token.',
        reference: 'RFC 9068 §2.1',
      },
      'oidc.type.logout-token': {
        severity: 'error',
        title: 'This is a logout token.',
        detail: 'It ends sessions and never begins one.',
        owner: 'sp-admin',
        fix: attack,
        reference: 'OpenID Connect Back-Channel Logout §2.4',
      },
      'oidc.type.other': {
        severity: 'error',
        title: 'The token is marked as another kind of token.',
        detail: 'An ID Token carries the type JWT, or none.',
        owner: 'idp-admin',
        fix: 'Take the value of id_token. If it is that, report the type to the vendor of the identity provider.',
      },
    },
  },
  'oidc.critical': {
    about: 'Critical header members',
    passed: 'The header demands nothing that we do not know.',
    owner: 'idp-admin',
    reference: 'RFC 7515 §4.1.11',
    faults: {
      'oidc.critical.unknown': {
        severity: 'error',
        title: 'The header demands something we do not know.',
        detail: 'What is listed in crit must be understood, or the token is refused. ID Tokens need nothing of it.',
        owner: 'idp-admin',
        fix: attack,
      },
    },
  },
  'oidc.header-keys': {
    about: 'Keys in the header',
    passed: 'The header brings no keys along.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §2',
    faults: {
      'oidc.header-keys.ignored': {
        severity: 'warning',
        title: 'The header brings keys along.',
        detail:
          'They are never used: keys come from the jwks_uri of the identity provider alone, or anyone could sign.',
        owner: 'idp-admin',
        fix: 'Leave jwk, jku, x5u and x5c out of ID Tokens; the provider’s key set is where keys are published.',
      },
    },
  },
} as const satisfies CheckTexts
