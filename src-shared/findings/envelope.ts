import type { CheckTexts } from './finding-text.ts'

const resend = 'Get it again, as the identity provider sent it, without editing it.'

/** Before anything is believed: is it XML, is it a SAML response, is it built as one? */
export const envelopeFindings = {
  'xml.document': {
    about: 'The XML',
    passed: 'The document is well-formed XML.',
    owner: 'idp-admin',
    reference: 'XML 1.0 §2.1',
    faults: {
      'xml.empty': {
        severity: 'error',
        title: 'There is nothing to read.',
        detail: 'The text is empty or only white space.',
        owner: 'sp-admin',
        fix: 'Paste or choose the whole document.',
      },
      'xml.too-large': {
        severity: 'error',
        title: 'The document is too large.',
        detail: 'Messages over 1 MB and metadata over 10 MB are not read this way: a login never needs that much.',
        owner: 'idp-admin',
        fix: 'Send fewer attributes; large group lists are the usual reason.',
      },
      'xml.not-utf-8': {
        severity: 'error',
        title: 'The document is not UTF-8 text.',
        detail: 'Some of its bytes are no UTF-8, so it is binary data or another encoding.',
        owner: 'idp-admin',
        fix: resend,
        reference: 'SAML Core §1.3.1',
      },
      'xml.encoding-declared': {
        severity: 'error',
        title: 'The document declares another encoding than UTF-8.',
        detail: 'Two readers could see two different texts, so only UTF-8 is read.',
        owner: 'idp-admin',
        fix: 'Send the message in UTF-8.',
      },
      'xml.version-declared': {
        severity: 'error',
        title: 'The document is not XML 1.0.',
        detail: 'SAML messages are XML 1.0; XML 1.1 allows characters that SAML does not.',
        owner: 'idp-admin',
        fix: 'Send XML 1.0.',
      },
      'xml.not-well-formed': {
        severity: 'error',
        title: 'The document is not well-formed XML.',
        detail: 'Somewhere it was cut, pasted together or changed.',
        owner: 'idp-admin',
        fix: resend,
      },
      'xml.doctype': {
        severity: 'error',
        title: 'The document carries a document type declaration.',
        detail: 'A DOCTYPE can define entities that read files or grow without end. No honest SAML message has one.',
        owner: 'idp-admin',
        fix: 'Find out who put the DOCTYPE there: the document was probably tampered with.',
        reference: 'SAML Security Considerations §6.3.1',
      },
      'xml.processing-instruction': {
        severity: 'error',
        title: 'The document carries a processing instruction.',
        detail: 'Readers disagree on what belongs to the text around it, which has been used to forge identities.',
        owner: 'idp-admin',
        fix: 'Remove the processing instruction; honest SAML messages have none.',
      },
      'xml.too-deep': {
        severity: 'error',
        title: 'The document is nested too deeply.',
        detail: 'More than 60 levels are not read: a login never needs that many.',
        owner: 'idp-admin',
        fix: resend,
      },
      'xml.too-many-elements': {
        severity: 'error',
        title: 'The document has too many elements.',
        detail: 'More than 5,000 elements are not read.',
        owner: 'idp-admin',
        fix: 'Send fewer attributes; large group lists are the usual reason.',
      },
      'xml.too-many-attributes': {
        severity: 'error',
        title: 'An element has too many XML attributes.',
        detail: 'More than 64 on one element are not read.',
        owner: 'idp-admin',
        fix: resend,
      },
    },
  },
  'saml.message': {
    about: 'The kind of message',
    passed: 'The message is a SAML 2.0 response.',
    owner: 'idp-admin',
    reference: 'SAML Core §3.3.3',
    faults: {
      'saml.message.not-a-response': {
        severity: 'error',
        title: 'This is not a SAML response.',
        detail: 'The outermost element of a login is samlp:Response in the SAML 2.0 protocol namespace.',
        owner: 'idp-admin',
        fix: 'Check that the identity provider posts a SAML 2.0 Response to this address.',
      },
      'saml.message.version': {
        severity: 'error',
        title: 'The message is not SAML 2.0.',
        detail: 'Response and Assertion must both say Version="2.0".',
        owner: 'idp-admin',
        fix: 'Choose SAML 2.0 for this application at the identity provider.',
        reference: 'SAML Core §2.3.3, §3.2.2',
      },
    },
  },
  'saml.structure': {
    about: 'The structure',
    passed: 'There is one assertion, where it belongs.',
    owner: 'idp-admin',
    reference: 'SAML Profiles §4.1.4.2',
    faults: {
      'saml.structure.no-assertion': {
        severity: 'error',
        title: 'The response carries no assertion.',
        detail: 'Without an assertion nobody is signed in.',
        owner: 'idp-admin',
        fix: 'Look at the status the identity provider sent: it usually says why there is no assertion.',
      },
      'saml.structure.several-assertions': {
        severity: 'error',
        title: 'The response carries more than one assertion.',
        detail:
          'It is not clear which of them speaks for the user, and a second one is how forged logins are smuggled in.',
        owner: 'idp-admin',
        fix: 'Send exactly one assertion.',
      },
      'saml.structure.assertion-misplaced': {
        severity: 'error',
        title: 'An assertion stands where none belongs.',
        detail:
          'An assertion is a direct child of the response. Anywhere else it may have been moved there to hide a forged one.',
        owner: 'idp-admin',
        fix: 'Treat this message as an attack until the identity provider explains it.',
      },
      'saml.structure.look-alike': {
        severity: 'error',
        title: 'An element only looks like a SAML element.',
        detail: 'Its name is right but its namespace is not, so careless readers would take it for the real one.',
        owner: 'idp-admin',
        fix: 'Treat this message as an attack until the identity provider explains it.',
      },
      'saml.structure.identifier-missing': {
        severity: 'error',
        title: 'A response or assertion has no ID.',
        detail: 'Without an ID it cannot be signed as a whole, nor recognised when it is replayed.',
        owner: 'idp-admin',
        fix: 'Give every response and assertion an ID.',
        reference: 'SAML Core §1.3.4',
      },
      'saml.structure.identifier-malformed': {
        severity: 'error',
        title: 'An ID holds characters that no ID has.',
        detail:
          'An ID is a plain name. Quotes, brackets or spaces in it serve to make careless readers find something else.',
        owner: 'idp-admin',
        fix: 'Treat this message as an attack until the identity provider explains it.',
        reference: 'SAML Core §1.3.4',
      },
      'saml.structure.identifier-shared': {
        severity: 'error',
        title: 'Two elements share one ID.',
        detail: 'A signature names what it covers by ID. Shared IDs make it cover whichever a reader picks.',
        owner: 'idp-admin',
        fix: 'Treat this message as an attack until the identity provider explains it.',
        reference: 'SAML Core §1.3.4',
      },
    },
  },
  'saml.text': {
    about: 'The identifying values',
    passed: 'Names, issuers and audiences are plain text.',
    owner: 'idp-admin',
    reference: 'SAML Core §1.3.1',
    faults: {
      'saml.text.split': {
        severity: 'error',
        title: 'An element stands inside an identifying value.',
        detail: 'Names, issuers and audiences are plain text. Markup inside lets two readers see two values.',
        owner: 'idp-admin',
        fix: 'Treat this message as an attack until the identity provider explains it.',
      },
      'saml.text.comment': {
        severity: 'warning',
        title: 'A comment stands inside an identifying value.',
        detail:
          'It is read past here, so the value is whole. No signature covers a comment: a reader that stops at one would see a shorter name, somebody else.',
        owner: 'idp-admin',
        fix: 'Find out who put the comment there: identity providers send none.',
        reference: 'CVE-2017-11427',
      },
    },
  },
  'saml.schema': {
    about: 'The schema',
    passed: 'The message is built as the schemas prescribe.',
    owner: 'idp-admin',
    reference: 'SAML Core, Appendix: XML schemas',
    faults: {
      'saml.schema.invalid': {
        severity: 'policy',
        title: 'The message leaves the SAML schemas.',
        detail:
          'An element or attribute is missing, misplaced or not of its type. Strict service providers refuse such messages.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider, with the place.',
      },
    },
  },
} as const satisfies CheckTexts
