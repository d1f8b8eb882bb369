import type { CheckTexts } from './finding-text.ts'

/** Keys beside the question whether there is one to sign with. */
export const metadataKeyFindings = {
  'metadata.keys': {
    about: 'How the keys are described',
    passed: 'Each key is described once, with its use and certificate.',
    owner: 'idp-admin',
    reference: 'SAML Metadata §2.4.1.1',
    faults: {
      'metadata.keys.repeated': {
        severity: 'info',
        title: 'A certificate is described twice for the same use.',
        detail: 'It counts once. Some products list it twice by mistake, in place of the next one.',
        owner: 'idp-admin',
        fix: 'Nothing to do, unless two different certificates were meant.',
      },
      'metadata.keys.unknown-use': {
        severity: 'warning',
        title: 'A key is meant for something that is neither signing nor encryption.',
        detail: 'Nobody uses such a key; capital letters count.',
        owner: 'idp-admin',
        fix: 'Set use to signing or encryption, or leave it out for both.',
      },
      'metadata.keys.no-certificate': {
        severity: 'warning',
        title: 'A key is described without a certificate.',
        detail: 'Most products read certificates only, and overlook a bare key or a name for one.',
        owner: 'idp-admin',
        fix: 'Add the X509Certificate to the KeyDescriptor.',
      },
      'metadata.keys.use-missing': {
        severity: 'info',
        title: 'A key does not say what it is for.',
        detail: 'So it is for both: identity providers may begin to encrypt to it.',
        owner: 'idp-admin',
        fix: 'Set use to signing, if the private key is not meant to decrypt.',
      },
    },
  },
  'metadata.encryption-key': {
    about: 'The encryption certificates',
    passed: 'What is encrypted to it can be read there.',
    owner: 'sp-admin',
    reference: 'SAML Metadata §2.4.1.1',
    faults: {
      'metadata.encryption-key.unreadable': {
        severity: 'error',
        title: 'An encryption certificate cannot be read.',
        detail: 'It was cut or changed on the way. Nobody can encrypt to it.',
        owner: 'sp-admin',
        fix: 'Load the metadata again from its source, without editing it.',
      },
      'metadata.encryption-key.private': {
        severity: 'error',
        title: 'The metadata carries a private key for decryption.',
        detail: 'Whoever has seen this file can read what is encrypted for its owner.',
        owner: 'sp-admin',
        fix: 'Replace the key at once, and publish only the certificate.',
      },
      'metadata.encryption-key.expired': {
        severity: 'warning',
        title: 'An encryption certificate has expired.',
        detail: 'Some identity providers refuse to encrypt to it, and so to sign anyone in.',
        owner: 'sp-admin',
        fix: 'Make a new certificate and load the new metadata at the identity providers.',
      },
      'metadata.encryption-key.not-yet-valid': {
        severity: 'warning',
        title: 'An encryption certificate is not valid yet.',
        detail: 'Some identity providers refuse to encrypt to it before then.',
        owner: 'sp-admin',
        fix: 'Publish it when it is valid.',
      },
      'metadata.encryption-key.expires-soon': {
        severity: 'warning',
        title: 'An encryption certificate expires within 30 days.',
        detail: 'After that, some identity providers refuse to encrypt to it.',
        owner: 'sp-admin',
        fix: 'Make a new certificate now, and be able to decrypt with both keys for a while.',
      },
      'metadata.encryption-key.short': {
        severity: 'policy',
        title: 'An encryption key is too short.',
        detail: 'RSA keys below 2048 bits can be broken with effort.',
        owner: 'sp-admin',
        fix: 'Make a new certificate with a 2048-bit RSA key or longer.',
      },
      'metadata.encryption-key.not-rsa': {
        severity: 'warning',
        title: 'An encryption key is not RSA.',
        detail: 'Hardly any SAML product can encrypt to a key on an elliptic curve.',
        owner: 'sp-admin',
        fix: 'Offer an RSA key for encryption.',
      },
    },
  },
  'metadata.certificate-signature': {
    about: 'How the certificates are signed',
    passed: 'The certificates are signed with current algorithms.',
    owner: 'idp-admin',
    reference: 'NIST SP 800-131A §3',
    faults: {
      'metadata.certificate-signature.broken-hash': {
        severity: 'warning',
        title: 'A certificate is signed with MD5 or older.',
        detail: 'SAML trusts the key itself, but other software may refuse the certificate.',
        owner: 'idp-admin',
        fix: 'Make a new certificate that is signed with SHA-256.',
      },
      'metadata.certificate-signature.sha1': {
        severity: 'info',
        title: 'A certificate is signed with SHA-1.',
        detail: 'SAML trusts the key itself, but other software may refuse the certificate.',
        owner: 'idp-admin',
        fix: 'Make the next certificate with SHA-256.',
      },
    },
  },
  'metadata.algorithms': {
    about: 'The algorithms it supports',
    passed: 'Current algorithms are offered, or none are named.',
    owner: 'idp-admin',
    reference: 'SAML Metadata Algorithm Support §2',
    faults: {
      'metadata.algorithms.signing-weak': {
        severity: 'warning',
        title: 'Only SHA-1 is named for signatures.',
        detail: 'Partners that go by this sign with SHA-1, which strict ones refuse.',
        owner: 'idp-admin',
        fix: 'Name RSA-SHA256 as well, and use it.',
      },
      'metadata.algorithms.encryption-weak': {
        severity: 'warning',
        title: 'Only outdated algorithms are named for encryption.',
        detail: 'Triple DES and RSAES-PKCS1-v1_5 can be attacked; CBC is malleable.',
        owner: 'sp-admin',
        fix: 'Name AES-GCM and RSA-OAEP.',
      },
    },
  },
} as const satisfies CheckTexts
