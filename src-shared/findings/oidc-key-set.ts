import type { CheckTexts } from './finding-text.ts'

const vendor = 'Report this to the vendor of the identity provider'

/** The keys an OpenID provider publishes. */
export const oidcKeySetFindings = {
  'jwks.document': {
    about: 'The key set',
    passed: 'The key set is a list of keys.',
    owner: 'idp-admin',
    reference: 'RFC 7517 §5',
    faults: {
      'jwks.document.not-json': {
        severity: 'error',
        title: 'The key set cannot be read.',
        detail: 'It is not one JSON object in UTF-8.',
        owner: 'idp-admin',
        fix: 'Load it again from the jwks_uri of the discovery document.',
      },
      'jwks.document.no-keys': {
        severity: 'error',
        title: 'This is no key set.',
        detail: 'It has no list named keys.',
        owner: 'idp-admin',
        fix: 'Load it again from the jwks_uri of the discovery document.',
      },
      'jwks.document.duplicate-member': {
        severity: 'error',
        title: 'A member stands twice in the key set.',
        detail: 'One reader takes the first value, another the last.',
        owner: 'idp-admin',
        fix: `${vendor}: every member may stand once.`,
      },
    },
  },
  'jwks.signing-key': {
    about: 'A key to verify with',
    passed: 'There is a key for an announced algorithm.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §10.1',
    faults: {
      'jwks.signing-key.none': {
        severity: 'error',
        title: 'No key can verify ID Tokens.',
        detail: 'No key of the set may sign and fits an algorithm that the provider announces.',
        owner: 'idp-admin',
        fix: 'Publish the public part of the signing key at the jwks_uri.',
      },
    },
  },
  'jwks.secrecy': {
    about: 'Secrets in the key set',
    passed: 'The key set holds public parts only.',
    owner: 'idp-admin',
    reference: 'RFC 7517 §9.2',
    faults: {
      'jwks.secrecy.private-key': {
        severity: 'error',
        title: 'A private key is published.',
        detail: 'Everybody can sign tokens with it. Nothing signed with this key proves anything.',
        owner: 'idp-admin',
        fix: 'Take the key out of the key set now, make a new one, and look for misuse.',
      },
      'jwks.secrecy.shared-secret': {
        severity: 'error',
        title: 'A shared secret is published.',
        detail: 'A key of type “oct” has no public part, so everybody can sign with it.',
        owner: 'idp-admin',
        fix: 'Take it out of the key set now, and replace it wherever it is used.',
      },
    },
  },
  'jwks.strength': {
    about: 'The strength of the keys',
    passed: 'Every key is long enough.',
    owner: 'idp-admin',
    reference: 'RFC 7518 §3.3',
    faults: {
      'jwks.strength.weak': {
        severity: 'policy',
        title: 'A key is too short.',
        detail: 'RSA keys below 2048 bits can be broken.',
        owner: 'idp-admin',
        fix: 'Make a new signing key of at least 2048 bits.',
      },
      'jwks.strength.unreadable': {
        severity: 'warning',
        title: 'A key cannot be read.',
        detail:
          'Its type or curve is not known here, or members are missing. Tokens signed with it cannot be verified.',
        owner: 'idp-admin',
        fix: 'Sign ID Tokens of this client with an RSA or NIST curve key.',
      },
    },
  },
  'jwks.identifiers': {
    about: 'The names of the keys',
    passed: 'Every signing key has a name of its own.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §10.1',
    faults: {
      'jwks.identifiers.shared': {
        severity: 'error',
        title: 'Two keys have the same name.',
        detail: 'A token that names it may have been signed with either, and readers take one.',
        owner: 'idp-admin',
        fix: 'Give every key a kid of its own.',
        reference: 'RFC 7517 §4.5',
      },
      'jwks.identifiers.missing': {
        severity: 'warning',
        title: 'A key has no name.',
        detail: 'With several keys, tokens have to name theirs by kid.',
        owner: 'idp-admin',
        fix: 'Give every key a kid of its own.',
      },
    },
  },
  'jwks.certificates': {
    about: 'Certificates of the keys',
    passed: 'No certificate of a key has expired or belongs to another.',
    owner: 'idp-admin',
    reference: 'RFC 7517 §4.7',
    faults: {
      'jwks.certificates.expired': {
        severity: 'warning',
        title: 'The certificate of a key is out of its validity.',
        detail: 'The key itself has no end and still verifies, but it was meant to be replaced.',
        owner: 'idp-admin',
        fix: 'Make a new signing key, or leave x5c out.',
      },
      'jwks.certificates.other-key': {
        severity: 'error',
        title: 'The certificate of a key belongs to another key.',
        detail: 'The first certificate in x5c must hold the very key beside it.',
        owner: 'idp-admin',
        fix: `${vendor}: x5c and the key do not belong together.`,
      },
      'jwks.certificates.unreadable': {
        severity: 'warning',
        title: 'The certificate of a key cannot be read.',
        detail: 'x5c holds Base64 of DER. It is not needed to verify tokens.',
        owner: 'idp-admin',
        fix: `${vendor}: x5c is malformed.`,
      },
    },
  },
  'jwks.rotation': {
    about: 'Change of keys',
    passed: 'The keys are the same as before, or new ones came beside them.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §10.1.1',
    faults: {
      'jwks.rotation.key-exchanged': {
        severity: 'error',
        title: 'Another key appeared under a known name.',
        detail:
          'Whoever remembers the old key under this kid refuses new tokens, or takes a foreign key for the old one.',
        owner: 'idp-admin',
        fix: 'Give every new key a new kid. If nobody changed the key, treat this as an attack.',
      },
      'jwks.rotation.no-overlap': {
        severity: 'warning',
        title: 'All keys were replaced at once.',
        detail: 'Applications that remember the old keys refuse logins until they load the new ones.',
        owner: 'idp-admin',
        fix: 'Publish the next key some time before it is used, and keep the last one some time after.',
      },
      'jwks.rotation.rotated': {
        severity: 'info',
        title: 'A key was retired since the last time.',
        detail: 'Another key is still there, so tokens go on being verified.',
        owner: 'idp-admin',
        fix: 'Nothing to do.',
      },
    },
  },
} as const satisfies CheckTexts
