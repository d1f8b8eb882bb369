import type { CheckTexts } from './finding-text.ts'

const attack = 'Treat this message as an attack until the identity provider explains it.'
const vendor = 'Report this to the vendor of the identity provider: the signature is not built as SAML prescribes.'

/** Who signed what, and with which key. */
export const signatureFindings = {
  'saml.signature': {
    about: 'Whether it is signed',
    passed: 'What is read is signed.',
    owner: 'idp-admin',
    reference: 'SAML Profiles §4.1.3.5',
    faults: {
      'saml.signature.missing': {
        severity: 'error',
        title: 'Nothing in the response is signed.',
        detail: 'Anyone could have written it.',
        owner: 'idp-admin',
        fix: 'Turn on signing of the assertion (or the response) for this application at the identity provider.',
      },
      'saml.signature.response-missing': {
        severity: 'error',
        title: 'The response is not signed.',
        detail: 'The policy of this connection wants the response signed, not only the assertion.',
        owner: 'idp-admin',
        fix: 'Turn on signing of the response for this application at the identity provider.',
      },
      'saml.signature.assertion-missing': {
        severity: 'error',
        title: 'The assertion is not signed.',
        detail: 'The policy of this connection wants the assertion signed itself.',
        owner: 'idp-admin',
        fix: 'Turn on signing of the assertion for this application at the identity provider.',
      },
      'saml.signature.misplaced': {
        severity: 'error',
        title: 'A signature stands where none belongs.',
        detail:
          'A SAML signature is a direct child of what it signs. Anywhere else it may lend its trust to something forged.',
        owner: 'idp-admin',
        fix: attack,
      },
      'saml.signature.too-many': {
        severity: 'error',
        title: 'There are too many signatures.',
        detail: 'A response has at most one signature of its own and one on its assertion.',
        owner: 'idp-admin',
        fix: attack,
      },
    },
  },
  'saml.signature-shape': {
    about: 'The shape of the signature',
    passed: 'The signature covers exactly the element it stands in.',
    owner: 'idp-admin',
    reference: 'SAML Core §5.4.2–5.4.4',
    faults: {
      'saml.signature-shape.malformed': {
        severity: 'error',
        title: 'The signature is not built as SAML prescribes.',
        detail: 'It has missing, repeated or foreign parts, which serve to make readers disagree on what was signed.',
        owner: 'idp-admin',
        fix: vendor,
      },
      'saml.signature-shape.reference': {
        severity: 'error',
        title: 'The signature covers something else.',
        detail: 'It must point to the ID of the element it stands in.',
        owner: 'idp-admin',
        fix: attack,
      },
      'saml.signature-shape.transform': {
        severity: 'error',
        title: 'The signature leaves out part of what it covers.',
        detail: 'Only the enveloped-signature transform and exclusive canonicalisation are allowed.',
        owner: 'idp-admin',
        fix: vendor,
      },
    },
  },
  'saml.signature-algorithm': {
    about: 'The signature algorithm',
    passed: 'The algorithms are strong.',
    owner: 'idp-admin',
    reference: 'RFC 9231',
    faults: {
      'saml.signature-algorithm.unknown': {
        severity: 'error',
        title: 'The signature uses an algorithm that is not accepted.',
        detail: 'RSA, RSA-PSS and ECDSA with SHA-256, SHA-384 or SHA-512 are accepted.',
        owner: 'idp-admin',
        fix: 'Choose RSA-SHA256 as signature algorithm at the identity provider.',
      },
      'saml.signature-algorithm.sha-1': {
        severity: 'policy',
        title: 'The signature uses SHA-1.',
        detail: 'SHA-1 can be forged with effort; strict service providers refuse it.',
        owner: 'idp-admin',
        fix: 'Choose SHA-256 as signature and digest algorithm at the identity provider.',
      },
    },
  },
  'saml.signature-digest': {
    about: 'Whether the content was changed',
    passed: 'The signed content is unchanged.',
    owner: 'idp-admin',
    reference: 'XML-DSig §3.2.1',
    faults: {
      'saml.signature-digest.changed': {
        severity: 'error',
        title: 'The content was changed after it was signed.',
        detail:
          'Its digest is not the one that was signed. A proxy that rewrites XML, an editor, or an attacker did it.',
        owner: 'idp-admin',
        fix: 'Capture the response directly in the browser and compare. Look for something between that re-formats XML.',
      },
    },
  },
  'saml.signature-value': {
    about: 'Who signed it',
    passed: "The signature was made with the identity provider's key.",
    owner: 'sp-admin',
    reference: 'XML-DSig §3.2.2',
    faults: {
      'saml.signature-value.key-rolled': {
        severity: 'error',
        title: 'The identity provider signs with a new certificate.',
        detail: 'The certificate in the message fits the signature, but this connection does not know it yet.',
        owner: 'sp-admin',
        fix: "Ask the identity provider's administrator for the current certificate, compare the thumbprint, and load it here.",
      },
      'saml.signature-value.retired-key': {
        severity: 'error',
        title: 'The identity provider signs with a certificate that was retired.',
        detail: 'This connection trusted it before, and does so no longer.',
        owner: 'idp-admin',
        fix: 'Activate the current certificate at the identity provider. Where the old one is to stay in use, load it here again.',
      },
      'saml.signature-value.wrong-key': {
        severity: 'error',
        title: 'The signature was made with a key we do not know.',
        detail: 'None of the certificates of this connection fits it.',
        owner: 'sp-admin',
        fix: "Load the identity provider's current metadata or certificate. Check that it belongs to this application.",
      },
      'saml.signature-value.forged': {
        severity: 'error',
        title: 'The signature is not valid.',
        detail: 'The message names a certificate we trust, yet that certificate did not make this signature.',
        owner: 'idp-admin',
        fix: attack,
      },
    },
  },
  'saml.second-witness': {
    about: 'The second opinion on the signature',
    passed: 'A second, independent implementation comes to the same verdict.',
    owner: 'sp-admin',
    reference: 'XML-DSig §3.2',
    faults: {
      'saml.second-witness.disagrees': {
        severity: 'error',
        title: 'Two implementations disagree on the signature.',
        detail:
          'One of them reads this message wrong, or the message was made so that they would. Until it is known which, it is not accepted.',
        owner: 'sp-admin',
        fix: 'Treat this message as an attack until it is explained, and report it to us with the message.',
      },
    },
  },
  'saml.certificate': {
    about: 'The signing certificate',
    passed: 'The signing certificate is valid.',
    owner: 'idp-admin',
    reference: 'SAML Metadata §2.4.1.1',
    faults: {
      'saml.certificate.expired': {
        severity: 'policy',
        title: 'The signing certificate has expired.',
        detail: 'The signature fits, but strict service providers refuse an expired certificate.',
        owner: 'idp-admin',
        fix: 'Make a new signing certificate at the identity provider, load it here, then activate it there.',
      },
      'saml.certificate.not-yet-valid': {
        severity: 'policy',
        title: 'The signing certificate is not valid yet.',
        detail: 'Its validity begins in the future.',
        owner: 'idp-admin',
        fix: 'Check the clocks of both sides, or wait until the certificate becomes valid.',
      },
      'saml.certificate.short-key': {
        severity: 'policy',
        title: 'The signing key is too short.',
        detail: 'RSA keys below 2048 bits can be broken with effort.',
        owner: 'idp-admin',
        fix: 'Make a new signing certificate with a 2048-bit RSA key or longer at the identity provider.',
      },
      'saml.certificate.expires-soon': {
        severity: 'warning',
        title: 'The signing certificate expires within 30 days.',
        detail: 'After that, strict service providers refuse every login.',
        owner: 'idp-admin',
        fix: 'Make a new signing certificate now, load it here beside the old one, then activate it.',
      },
    },
  },
} as const satisfies CheckTexts
