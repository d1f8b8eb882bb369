import type { CheckTexts } from './finding-text.ts'

/** What we ask of the identity provider. */
export const requestFindings = {
  'saml.request.message': {
    about: 'The kind of message',
    passed: 'The message is a SAML 2.0 sign-in request.',
    owner: 'sp-admin',
    reference: 'SAML Core §3.4.1',
    faults: {
      'saml.request.message.other': {
        severity: 'error',
        title: 'This is not a sign-in request.',
        detail: 'A sign-in begins with samlp:AuthnRequest.',
        owner: 'sp-admin',
        fix: 'Paste the value of SAMLRequest.',
      },
      'saml.request.message.version': {
        severity: 'error',
        title: 'The request is not SAML 2.0.',
        detail: 'It must say Version="2.0".',
        owner: 'sp-admin',
        fix: 'Send SAML 2.0 requests.',
      },
      'saml.request.message.id': {
        severity: 'error',
        title: 'The ID of the request is missing or not allowed.',
        detail:
          'An ID begins with a letter or underscore; Microsoft Entra ID refuses requests whose ID begins with a digit.',
        owner: 'sp-admin',
        fix: 'Begin IDs with an underscore.',
        reference: 'SAML Core §1.3.4',
      },
    },
  },
  'saml.request.encoding': {
    about: 'How the request travelled',
    passed: 'The request was carried as its binding prescribes.',
    owner: 'sp-admin',
    reference: 'SAML Bindings §3.4.4, §3.5.4',
    faults: {
      'saml.request.encoding.unreadable': {
        severity: 'error',
        title: 'The address holds no SAML message that can be read.',
        detail: 'SAMLRequest must be there once: deflated, Base64, URL-encoded.',
        owner: 'sp-admin',
        fix: 'Copy the whole address, up to its very end.',
      },
      'saml.request.encoding.relay-state': {
        severity: 'warning',
        title: 'RelayState is longer than 80 bytes.',
        detail: 'The standard allows no more, and identity providers may cut or refuse it.',
        owner: 'sp-admin',
        fix: 'Send a short handle as RelayState and keep the rest on the server.',
        reference: 'SAML Bindings §3.4.3',
      },
    },
  },
  'saml.request.signature': {
    about: 'Whether it is signed',
    passed: 'The request is signed as agreed.',
    owner: 'sp-admin',
    reference: 'SAML Metadata §2.4.3, §2.4.4',
    faults: {
      'saml.request.signature.missing': {
        severity: 'error',
        title: 'The request is not signed.',
        detail: 'The metadata of one side promises or wants signed requests, so the identity provider will refuse it.',
        owner: 'sp-admin',
        fix: 'Turn on signing of requests, or take the wish out of the metadata.',
      },
      'saml.request.signature.misplaced': {
        severity: 'error',
        title: 'A signature stands where none belongs.',
        detail: 'The one signature is a direct child of the request, and no ID may appear twice.',
        owner: 'sp-admin',
        fix: 'Sign the request as a whole.',
      },
    },
  },
  'saml.request.issuer': {
    about: 'The issuer',
    passed: 'The request comes from the application.',
    owner: 'sp-admin',
    reference: 'SAML Profiles §4.1.4.1',
    faults: {
      'saml.request.issuer.missing': {
        severity: 'error',
        title: 'The request does not say who asks.',
        detail: 'A sign-in request must carry the entity ID of the application as Issuer.',
        owner: 'sp-admin',
        fix: "Set the application's entity ID.",
      },
      'saml.request.issuer.mismatch': {
        severity: 'error',
        title: 'The request comes from another application.',
        detail: 'Its Issuer is not the entity ID in the metadata given to the identity provider.',
        owner: 'sp-admin',
        fix: 'Make the entity ID the same on both sides, character for character.',
      },
    },
  },
  'saml.request.destination': {
    about: 'The destination',
    passed: "The request is addressed to the identity provider's sign-in URL.",
    owner: 'sp-admin',
    reference: 'SAML Core §3.2.1, SAML Bindings §3.4.5.2',
    faults: {
      'saml.request.destination.mismatch': {
        severity: 'error',
        title: 'The request is addressed to another URL.',
        detail: "Destination must be a sign-in URL of the identity provider's metadata.",
        owner: 'sp-admin',
        fix: "Load the identity provider's metadata again.",
      },
      'saml.request.destination.missing': {
        severity: 'policy',
        title: 'The signed request names no destination.',
        detail: 'A signed message must say where it is meant to go, or it could be replayed elsewhere.',
        owner: 'sp-admin',
        fix: 'Include Destination in signed requests.',
      },
    },
  },
  'saml.request.acs-url': {
    about: 'The ACS URL',
    passed: 'The answer is wanted at a known ACS URL.',
    owner: 'sp-admin',
    reference: 'SAML Core §3.4.1',
    faults: {
      'saml.request.acs-url.mismatch': {
        severity: 'error',
        title: 'The answer is wanted at an unknown ACS URL.',
        detail:
          'The identity provider only sends answers to an ACS URL it knows (AADSTS50011, “redirect_uri mismatch”).',
        owner: 'idp-admin',
        fix: 'Add the ACS URL to this application at the identity provider, character for character.',
      },
      'saml.request.acs-url.twice': {
        severity: 'warning',
        title: 'The request names the ACS both by URL and by index.',
        detail: 'The two exclude each other; identity providers may refuse the request.',
        owner: 'sp-admin',
        fix: 'Send AssertionConsumerServiceURL only.',
      },
      'saml.request.acs-url.binding': {
        severity: 'warning',
        title: 'The answer is wanted by another binding than POST.',
        detail: 'Answers to web logins come by HTTP-POST; few identity providers offer anything else.',
        owner: 'sp-admin',
        fix: 'Ask for the HTTP-POST binding, or leave ProtocolBinding out.',
      },
    },
  },
  'saml.request.time': {
    about: 'The time of issue',
    passed: 'The request is fresh.',
    owner: 'sp-admin',
    reference: 'SAML Core §3.2.1',
    faults: {
      'saml.request.time.unreadable': {
        severity: 'error',
        title: 'The time of issue cannot be read.',
        detail: 'Times in SAML are UTC and look like 2026-11-22T08:00:00Z.',
        owner: 'sp-admin',
        fix: 'Send IssueInstant in UTC.',
      },
      'saml.request.time.in-the-future': {
        severity: 'error',
        title: 'The request was issued in the future.',
        detail: "The application's clock is ahead by more than the skew allowed.",
        owner: 'sp-admin',
        fix: 'Set the clocks of both sides by NTP.',
      },
      'saml.request.time.too-old': {
        severity: 'policy',
        title: 'The request is more than 10 minutes old.',
        detail: 'It was kept back or bookmarked: identity providers refuse old requests.',
        owner: 'user',
        fix: 'Begin the login again from the start page, not from a bookmark.',
      },
    },
  },
  'saml.request.wishes': {
    about: 'What it asks for',
    passed: 'The identity provider can fulfil what is asked.',
    owner: 'sp-admin',
    reference: 'SAML Core §3.4.1',
    faults: {
      'saml.request.wishes.contradiction': {
        severity: 'error',
        title: 'The request asks for a sign-in nobody may see.',
        detail: 'ForceAuthn wants the user to sign in afresh, IsPassive forbids to show anything.',
        owner: 'sp-admin',
        fix: 'Send one of the two.',
      },
      'saml.request.wishes.passive': {
        severity: 'info',
        title: 'The user must be signed in already.',
        detail: 'IsPassive is set: whoever is not signed in gets the status NoPassive instead of a sign-in page.',
        owner: 'sp-admin',
        fix: 'Nothing to do, if that is meant.',
      },
      'saml.request.wishes.name-id-format': {
        severity: 'warning',
        title: 'A NameID format is asked for that the identity provider does not offer.',
        detail: 'It may answer with InvalidNameIDPolicy.',
        owner: 'sp-admin',
        fix: 'Leave NameIDPolicy out, or ask for a format of its metadata.',
        reference: 'SAML Core §3.4.1.1',
      },
      'saml.request.wishes.exact-context': {
        severity: 'info',
        title: 'Exactly one way to sign in is asked for.',
        detail: 'Users who signed in another way (with a passkey, say) are refused (AADSTS75011).',
        owner: 'sp-admin',
        fix: 'Leave RequestedAuthnContext out unless it is really needed.',
        reference: 'SAML Core §3.3.2.2.1',
      },
    },
  },
} as const satisfies CheckTexts
