import type { CheckTexts } from './finding-text.ts'

/** The signature of a message that travels in an address. */
export const redirectFindings = {
  'saml.redirect-signature': {
    about: 'The signature in the address',
    passed: 'The signature in the address was made with the key of the sender.',
    owner: 'sp-admin',
    reference: 'SAML Bindings §3.4.4.1',
    faults: {
      'saml.redirect-signature.incomplete': {
        severity: 'error',
        title: 'The signature in the address is incomplete.',
        detail: 'Signature and SigAlg come together, each once, and Signature is Base64.',
        owner: 'idp-admin',
        fix: 'Copy the whole address, up to its very end.',
      },
      'saml.redirect-signature.unknown-algorithm': {
        severity: 'error',
        title: 'The signature in the address uses an algorithm that is not accepted.',
        detail: 'RSA, RSA-PSS and ECDSA with SHA-256, SHA-384 or SHA-512 are accepted.',
        owner: 'idp-admin',
        fix: 'Choose RSA-SHA256 as signature algorithm.',
      },
      'saml.redirect-signature.sha-1': {
        severity: 'policy',
        title: 'The signature in the address uses SHA-1.',
        detail: 'SHA-1 can be forged with effort; strict receivers refuse it.',
        owner: 'idp-admin',
        fix: 'Choose RSA-SHA256 as signature algorithm.',
      },
      'saml.redirect-signature.wrong-key': {
        severity: 'error',
        title: 'The signature in the address does not fit.',
        detail: 'None of the known certificates made it, or the address was changed or re-encoded on the way.',
        owner: 'sp-admin',
        fix: 'Load the current certificate of the sender. Compare the address with what the browser sent.',
      },
    },
  },
} as const satisfies CheckTexts
