import type { CheckTexts } from './finding-text.ts'

const vendor = 'Report this to the vendor of the identity provider: the encryption is not built as SAML prescribes.'

/** Whether what is encrypted could be opened, and how safely it was encrypted. */
export const encryptionFindings = {
  'saml.encryption': {
    about: 'What is encrypted',
    passed: 'Everything encrypted could be opened.',
    owner: 'idp-admin',
    reference: 'SAML Core §2.3.4, XML-Enc 1.1 §4.4',
    faults: {
      'saml.encryption.missing': {
        severity: 'error',
        title: 'The assertion is not encrypted.',
        detail: 'This connection demands encryption, and everybody on the way can read this assertion.',
        owner: 'idp-admin',
        fix: 'Upload our current certificate as encryption certificate of this application at the identity provider and switch the encryption of assertions on.',
      },
      'saml.encryption.other-key': {
        severity: 'error',
        title: 'It was encrypted for another key.',
        detail:
          'None of our private keys opens it. The identity provider probably still has an old certificate of ours.',
        owner: 'idp-admin',
        fix: 'Upload our current certificate as encryption certificate of this application at the identity provider.',
      },
      'saml.encryption.retired-key': {
        severity: 'error',
        title: 'It was encrypted for a key of ours that was retired.',
        detail: 'The identity provider still has the old certificate of this application.',
        owner: 'idp-admin',
        fix: 'Upload our current certificate as encryption certificate of this application at the identity provider, or load our current metadata there.',
      },
      'saml.encryption.corrupt': {
        severity: 'error',
        title: 'The encrypted content was changed on the way.',
        detail: 'Our key fits, but the content does not open.',
        owner: 'idp-admin',
        fix: 'Capture the response directly in the browser and compare. Look for something between that changes it.',
      },
      'saml.encryption.not-xml': {
        severity: 'error',
        title: 'What came out of decryption is not acceptable XML.',
        detail: 'It is not well-formed, or carries something that SAML never does.',
        owner: 'idp-admin',
        fix: vendor,
      },
      'saml.encryption.other-content': {
        severity: 'error',
        title: 'Something else than an assertion was encrypted.',
        detail: 'An EncryptedAssertion holds one Assertion and nothing else.',
        owner: 'idp-admin',
        fix: vendor,
      },
      'saml.encryption.malformed': {
        severity: 'error',
        title: 'The encryption is not built as SAML prescribes.',
        detail: 'A part is missing or repeated: EncryptedData, EncryptedKey or CipherValue.',
        owner: 'idp-admin',
        fix: vendor,
      },
      'saml.encryption.external-reference': {
        severity: 'error',
        title: 'The encrypted content lies elsewhere.',
        detail: 'It points to an address. Nothing is ever fetched because a message says so.',
        owner: 'idp-admin',
        fix: 'Have the identity provider put key and content into the message.',
      },
      'saml.encryption.too-many-keys': {
        severity: 'error',
        title: 'There are too many encrypted keys.',
        detail: 'More than 8 are not tried: a message needs one for each of our keys.',
        owner: 'idp-admin',
        fix: 'Remove our old certificates at the identity provider.',
      },
      'saml.encryption.unknown-algorithm': {
        severity: 'error',
        title: 'It was encrypted with an algorithm that is not accepted.',
        detail: 'AES-GCM and AES-CBC with RSA-OAEP are accepted.',
        owner: 'idp-admin',
        fix: 'Choose AES-256-GCM with RSA-OAEP at the identity provider.',
      },
    },
  },
  'saml.encryption-algorithm': {
    about: 'The encryption algorithm',
    passed: 'The encryption algorithms are safe.',
    owner: 'idp-admin',
    reference: 'XML-Enc 1.1 §5.2, §5.5, §6.1',
    faults: {
      'saml.encryption-algorithm.rsa-1-5': {
        severity: 'policy',
        title: 'The key was encrypted with RSA 1.5.',
        detail: 'Its padding has let attackers open messages by asking a server often enough.',
        owner: 'idp-admin',
        fix: 'Choose RSA-OAEP as key transport at the identity provider.',
        reference: 'XML-Enc 1.1 §5.5.1',
      },
      'saml.encryption-algorithm.triple-des': {
        severity: 'policy',
        title: 'The content was encrypted with Triple DES.',
        detail: 'It is outdated, and withdrawn by NIST.',
        owner: 'idp-admin',
        fix: 'Choose AES-256-GCM at the identity provider.',
      },
      'saml.encryption-algorithm.unprotected-cbc': {
        severity: 'policy',
        title: 'The encrypted content is not protected against changes.',
        detail:
          'CBC does not notice a changed ciphertext, and no signature covers it. Attackers can probe such messages.',
        owner: 'idp-admin',
        fix: 'Choose AES-256-GCM at the identity provider, or sign the response as well.',
      },
    },
  },
} as const satisfies CheckTexts
