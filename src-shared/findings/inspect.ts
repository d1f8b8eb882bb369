import type { CheckTexts } from './finding-text.ts'

/** What is found before anything is judged: what was pasted, and what should not have been. */
export const inspectFindings = {
  'inspect.document': {
    about: 'What this is',
    passed: 'It was recognised.',
    owner: 'user',
    reference: 'SAML Bindings §3',
    faults: {
      'inspect.document.empty': {
        severity: 'error',
        title: 'There is nothing in it.',
        detail: 'It has no characters but white space.',
        owner: 'user',
        fix: 'Copy the message again, from its first character to its last.',
      },
      'inspect.document.too-large': {
        severity: 'error',
        title: 'It is larger than what is looked at.',
        detail: 'At most 64 MB are read, and what is compressed may grow to 16 MB.',
        owner: 'user',
        fix: 'Give only the part that belongs to the sign-in. In a browser recording, leave out images and scripts. The metadata of a federation is read by “claimcheck metadata”, or in a connection’s step Identity provider.',
      },
      'inspect.document.aggregate': {
        severity: 'info',
        title: 'Its entities are counted here, not listed one by one.',
        detail:
          'It is metadata of more than 10 MB, so each entity was judged as it was read, and only what is wrong is kept.',
        owner: 'user',
        fix: 'To see each entity, run “claimcheck metadata” on the file. To use one of them, load the file in a connection’s step Identity provider.',
      },
      'inspect.document.text': {
        severity: 'error',
        title: 'Nothing was recognised in this text.',
        detail: 'It is no message, no token, no certificate and no address, in no encoding that is known.',
        owner: 'user',
        fix: 'Copy the whole value of SAMLResponse or SAMLRequest, the whole address, or the whole file.',
      },
      'inspect.document.binary': {
        severity: 'error',
        title: 'Nothing was recognised in these bytes.',
        detail: 'They are no compressed message, no certificate and no key file.',
        owner: 'user',
        fix: 'Give the message or certificate itself, not an archive, picture or document that holds it.',
      },
      'inspect.document.web-page': {
        severity: 'error',
        title: 'This is a web page.',
        detail: 'There is no SAML message in a form of it. It may be a sign-in or error page.',
        owner: 'user',
        fix: 'Record the sign-in in the browser’s developer tools and give the recording (HAR).',
      },
      'inspect.document.other-xml': {
        severity: 'error',
        title: 'This XML is no SAML message and no metadata.',
        detail: 'Its outermost element belongs to neither.',
        owner: 'user',
        fix: 'Give the Response, the request, or the metadata itself.',
      },
      'inspect.document.json': {
        severity: 'error',
        title: 'This JSON belongs to no known part of a sign-in.',
        detail: 'It is no key set, no discovery document, no token response and no browser recording.',
        owner: 'user',
        fix: 'Give the whole document, from its first brace to its last.',
      },
      'inspect.document.address': {
        severity: 'error',
        title: 'There is no sign-in message in this address.',
        detail: 'It has no SAMLRequest, SAMLResponse, code or error in it.',
        owner: 'user',
        fix: 'Copy the whole address at the very moment of the sign-in, or give a browser recording (HAR).',
      },
    },
  },
  'inspect.private-key': {
    about: 'Private keys',
    passed: 'There is no private key in it.',
    owner: 'user',
    reference: 'RFC 7468 §10',
    faults: {
      'inspect.private-key.within': {
        severity: 'error',
        title: 'There is a private key in it.',
        detail: 'It is neither shown nor kept. Whoever saw this text can act as the owner of the key.',
        owner: 'user',
        fix: 'Have the key replaced, and pass on certificates only.',
      },
    },
  },
  'inspect.keys': {
    about: 'The certificates and keys',
    passed: 'The certificates and keys can be read.',
    owner: 'user',
    reference: 'RFC 7468',
    faults: {
      'inspect.keys.sealed': {
        severity: 'warning',
        title: 'It is sealed with a passphrase.',
        detail: 'What is in it cannot be told without the passphrase.',
        owner: 'user',
        fix: 'Give the passphrase, or ask for the certificate alone.',
      },
      'inspect.keys.unreadable': {
        severity: 'error',
        title: 'It cannot be read.',
        detail: 'It looks like certificates or keys.',
        owner: 'user',
        fix: 'Give a certificate in PEM, DER, PKCS #7 or PKCS #12.',
      },
    },
  },
  'inspect.assertion': {
    about: 'The assertion',
    passed: 'The assertion is part of a response that is judged.',
    owner: 'user',
    reference: 'SAML Core §2.3.3',
    faults: {
      'inspect.assertion.saml-1': {
        severity: 'warning',
        title: 'This assertion is of SAML 1.1.',
        detail: 'It is shown and not judged: nothing that signs in by SAML 2.0 accepts it.',
        owner: 'idp-admin',
        fix: 'Set the token type to SAML 2.0 at the identity provider, if the application can read that.',
        reference: 'SAML Core §1.2',
      },
    },
  },
  'inspect.callback': {
    about: 'The callback',
    passed: 'The provider sent the user back without an error.',
    owner: 'idp-admin',
    reference: 'RFC 6749 §4.1.2',
    faults: {
      'inspect.callback.error': {
        severity: 'error',
        title: 'The provider sent the user back with an error.',
        detail: 'Nobody was signed in.',
        owner: 'idp-admin',
        fix: 'Follow the description; look up the code in the provider’s sign-in log.',
        reference: 'RFC 6749 §4.1.2.1',
      },
      'inspect.callback.token-in-address': {
        severity: 'warning',
        title: 'A token stands in the address.',
        detail: 'Addresses are kept in histories and logs; whoever reads them can use the token.',
        owner: 'sp-admin',
        fix: 'Use the authorization code flow (response_type=code).',
        reference: 'RFC 9700 §2.1.2',
      },
    },
  },
  'inspect.recording': {
    about: 'The recording',
    passed: 'The recording holds messages of a sign-in.',
    owner: 'user',
    reference: 'HAR 1.2',
    faults: {
      'inspect.recording.no-sign-in': {
        severity: 'error',
        title: 'There is no sign-in in this recording.',
        detail: 'None of its requests carries a SAML or OpenID Connect message.',
        owner: 'user',
        fix: 'Start the recording before the sign-in, tick “Preserve log”, and save it with content.',
      },
      'inspect.recording.more': {
        severity: 'warning',
        title: 'There are more messages in it than are shown.',
        detail: 'The first 200 were taken out and judged.',
        owner: 'user',
        fix: 'Record one sign-in at a time.',
      },
      'inspect.recording.secrets': {
        severity: 'warning',
        title: 'The recording holds secrets.',
        detail: 'It has passwords or cookies in it. They are not shown here, but whoever has the file has them.',
        owner: 'user',
        fix: 'Delete the file when you are done, and change a password that was passed on with it.',
      },
    },
  },
} as const satisfies CheckTexts
