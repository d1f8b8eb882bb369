import type { CheckTexts } from './finding-text.ts'

/** Certificates and keys by themselves, as somebody sent them. */
export const certificateFindings = {
  'certificate.private-key': {
    about: 'Private keys',
    passed: 'There is no private key in it.',
    owner: 'idp-admin',
    reference: 'NIST SP 800-57 Part 1 §8.1.5.1',
    faults: {
      'certificate.private-key.bare': {
        severity: 'error',
        title: 'This holds a private key that nothing protects.',
        detail: 'Whoever has seen it can sign as its owner and read what is encrypted for them. It was not kept here.',
        owner: 'idp-admin',
        fix: 'Replace the key pair at once if anyone else may have seen it, and hand out only the certificate.',
      },
      'certificate.private-key.sealed': {
        severity: 'warning',
        title: 'This holds a private key under a passphrase.',
        detail: 'A private key is never handed to the other side; only its certificate is. It was not kept here.',
        owner: 'idp-admin',
        fix: 'Hand out only the certificate. Replace the key pair if the passphrase travelled with it.',
      },
    },
  },
  'certificate.readable': {
    about: 'The parts',
    passed: 'Every part can be read.',
    owner: 'idp-admin',
    reference: 'RFC 5280 §4.1, RFC 7468 §2',
    faults: {
      'certificate.readable.damaged': {
        severity: 'error',
        title: 'A part of it cannot be read.',
        detail: 'It was cut or changed on the way.',
        owner: 'idp-admin',
        fix: 'Copy it again from BEGIN to END, with nothing left out.',
      },
      'certificate.readable.public-key': {
        severity: 'error',
        title: 'This is a bare public key, not a certificate.',
        detail: 'It says neither whose it is nor how long it holds. SAML configuration asks for the whole certificate.',
        owner: 'idp-admin',
        fix: 'Ask for the certificate; its text begins with BEGIN CERTIFICATE.',
      },
      'certificate.readable.no-certificate': {
        severity: 'error',
        title: 'There is no certificate in it.',
        detail: 'SAML configuration asks for the whole certificate, not for its key or a request for one.',
        owner: 'idp-admin',
        fix: 'Ask for the certificate; its text begins with BEGIN CERTIFICATE.',
      },
    },
  },
  'certificate.validity': {
    about: 'How long a certificate is valid',
    passed: 'The certificate is valid now.',
    owner: 'idp-admin',
    reference: 'RFC 5280 §4.1.2.5',
    faults: {
      'certificate.validity.expired': {
        severity: 'policy',
        title: 'A certificate has expired.',
        detail: 'Strict service providers refuse what is signed with it.',
        owner: 'idp-admin',
        fix: 'Make a new certificate and hand it out before it is used.',
      },
      'certificate.validity.not-yet-valid': {
        severity: 'warning',
        title: 'A certificate is not valid yet.',
        detail: 'It is probably waiting for a rollover.',
        owner: 'idp-admin',
        fix: 'Nothing to do before it is activated.',
      },
      'certificate.validity.expires-soon': {
        severity: 'warning',
        title: 'A certificate expires within 30 days.',
        detail: 'After that, strict service providers refuse every login.',
        owner: 'idp-admin',
        fix: 'Make a new certificate now, hand it out beside the old one, then activate it.',
      },
    },
  },
  'certificate.key': {
    about: 'The key of a certificate',
    passed: 'The key is of a usual kind and long enough.',
    owner: 'idp-admin',
    reference: 'NIST SP 800-57 Part 1 §5.6.1, NIST SP 800-131A §3',
    faults: {
      'certificate.key.short': {
        severity: 'policy',
        title: 'An RSA key is too short.',
        detail: 'RSA keys below 2048 bits can be broken with effort.',
        owner: 'idp-admin',
        fix: 'Make a new key pair with 2048 bits or more.',
      },
      'certificate.key.weak-curve': {
        severity: 'policy',
        title: 'An elliptic curve is too small.',
        detail: 'Curves below 256 bits can be broken with effort.',
        owner: 'idp-admin',
        fix: 'Make a new key pair on the curve P-256 or P-384.',
      },
      'certificate.key.unusual': {
        severity: 'warning',
        title: 'The key is of a kind that hardly any SAML product can use.',
        detail: 'SAML products sign with RSA or on the curves P-256, P-384 and P-521.',
        owner: 'idp-admin',
        fix: 'Make a key pair of RSA with 2048 bits or more.',
      },
    },
  },
  'certificate.signature': {
    about: 'How a certificate is signed',
    passed: 'The certificate is signed with a current algorithm.',
    owner: 'idp-admin',
    reference: 'NIST SP 800-131A §3',
    faults: {
      'certificate.signature.broken-hash': {
        severity: 'warning',
        title: 'A certificate is signed with MD5 or older.',
        detail:
          'Such signatures can be forged. SAML trusts the key itself, but other software may refuse the certificate.',
        owner: 'idp-admin',
        fix: 'Make a new certificate that is signed with SHA-256.',
      },
      'certificate.signature.sha1': {
        severity: 'warning',
        title: 'A certificate is signed with SHA-1.',
        detail: 'SAML trusts the key itself, but other software may refuse the certificate.',
        owner: 'idp-admin',
        fix: 'Make a new certificate that is signed with SHA-256.',
      },
    },
  },
  'certificate.purpose': {
    about: 'What a certificate is for',
    passed: 'The certificate may be used for signing.',
    owner: 'idp-admin',
    reference: 'RFC 5280 §4.2.1.3, §4.2.1.9',
    faults: {
      'certificate.purpose.authority': {
        severity: 'warning',
        title: 'This is the certificate of an authority.',
        detail:
          'It signs other certificates. Messages are signed by another key, so with this one they would not verify.',
        owner: 'idp-admin',
        fix: 'Ask for the certificate that signs the messages.',
      },
      'certificate.purpose.no-signing': {
        severity: 'warning',
        title: 'A certificate forbids its key to sign.',
        detail: 'Its key usage does not name digitalSignature, and strict software takes that at its word.',
        owner: 'idp-admin',
        fix: 'Make a new certificate whose key usage includes digitalSignature.',
      },
    },
  },
  'certificate.chain': {
    about: 'The chain of certificates',
    passed: 'The certificates need no others.',
    owner: 'idp-admin',
    reference: 'RFC 5280 §6.1',
    faults: {
      'certificate.chain.incomplete': {
        severity: 'info',
        title: 'The issuer of a certificate is not among them.',
        detail: 'SAML trusts the certificate itself and asks for no chain; TLS would.',
        owner: 'idp-admin',
        fix: 'Nothing to do for SAML.',
      },
      'certificate.chain.several': {
        severity: 'info',
        title: 'These are several certificates that do not belong together.',
        detail: 'During a rollover that is right: the old one and the new one.',
        owner: 'idp-admin',
        fix: 'Nothing to do, unless only one was expected.',
      },
    },
  },
  'certificate.request': {
    about: 'A certificate request',
    passed: 'The request is signed by its own key.',
    owner: 'idp-admin',
    reference: 'RFC 2986 §4.2',
    faults: {
      'certificate.request.not-signed': {
        severity: 'error',
        title: 'A certificate request is not signed by its own key.',
        detail: 'It was changed, or whoever made it does not hold the key. An authority will refuse it.',
        owner: 'idp-admin',
        fix: 'Make the request again.',
      },
      'certificate.request.given': {
        severity: 'warning',
        title: 'This is a certificate request, not a certificate.',
        detail: 'It asks an authority for a certificate and proves nothing to anybody else.',
        owner: 'idp-admin',
        fix: 'Ask for the certificate that was issued for it.',
      },
    },
  },
} as const satisfies CheckTexts
