import type { CheckTexts } from './finding-text.ts'

const again = 'Begin the login again, in one browser and one tab.'
const attack = 'Begin the login again. If it happens again, treat it as an attack.'

/** What the browser brought back from the provider. */
export const oidcCallbackFindings = {
  'oidc.callback': {
    about: 'The answer in the browser',
    passed: 'The identity provider sent a code.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §3.1.2.5',
    faults: {
      'oidc.callback.access-denied': {
        severity: 'error',
        title: 'The identity provider denied access.',
        detail: 'The user declined, or may not use this application.',
        owner: 'idp-admin',
        fix: 'Assign the user to the application at the identity provider, or begin again and consent.',
        reference: 'RFC 6749 §4.1.2.1',
      },
      'oidc.callback.interaction-needed': {
        severity: 'error',
        title: 'The identity provider would have had to ask the user.',
        detail: 'The request forbids it (prompt=none), and nobody is signed in there or has consented.',
        owner: 'sp-admin',
        fix: 'Leave prompt=none out of the request.',
        reference: 'OpenID Connect Core §3.1.2.6',
      },
      'oidc.callback.invalid-request': {
        severity: 'error',
        title: 'The identity provider does not understand the request.',
        detail: 'A parameter is missing, malformed or not registered.',
        owner: 'sp-admin',
        fix: 'Compare client ID, redirect URI and scopes with what is registered for this client.',
        reference: 'RFC 6749 §4.1.2.1',
      },
      'oidc.callback.unauthorized-client': {
        severity: 'error',
        title: 'This client may not use the code flow.',
        detail: 'The identity provider does not allow it to this client.',
        owner: 'idp-admin',
        fix: 'Allow the authorization code grant and the response type “code” for this client.',
        reference: 'RFC 6749 §4.1.2.1',
      },
      'oidc.callback.invalid-scope': {
        severity: 'error',
        title: 'A scope is not allowed.',
        detail: 'The request asks for a scope that this client may not have.',
        owner: 'idp-admin',
        fix: 'Allow openid, email and profile for this client, or ask for less.',
        reference: 'RFC 6749 §4.1.2.1',
      },
      'oidc.callback.server-error': {
        severity: 'error',
        title: 'The identity provider failed.',
        detail: 'It says so itself; the request may be right.',
        owner: 'idp-admin',
        fix: "Try again, then look into the identity provider's own log.",
        reference: 'RFC 6749 §4.1.2.1',
      },
      'oidc.callback.other-error': {
        severity: 'error',
        title: 'The identity provider answered with an error.',
        detail: 'It names a code that no standard knows.',
        owner: 'idp-admin',
        fix: "Look the code up in the identity provider's documentation or log.",
        reference: 'RFC 6749 §4.1.2.1',
      },
      'oidc.callback.no-code': {
        severity: 'error',
        title: 'There is no code in the answer.',
        detail: 'The identity provider came back without a code and without an error.',
        owner: 'idp-admin',
        fix: 'Choose the authorization code flow for this client, and a response in the query.',
      },
      'oidc.callback.repeated-parameter': {
        severity: 'error',
        title: 'A parameter stands twice in the answer.',
        detail: 'One reader takes the first value, another the last.',
        owner: 'user',
        fix: attack,
        reference: 'RFC 6749 §3.1',
      },
      'oidc.callback.code-and-error': {
        severity: 'error',
        title: 'The answer holds a code and an error.',
        detail: 'It is one or the other. Nobody is signed in on an answer that says both.',
        owner: 'user',
        fix: attack,
        reference: 'RFC 6749 §4.1.2.1',
      },
    },
  },
  'oidc.callback-state': {
    about: 'The state',
    passed: 'The answer is to our request.',
    owner: 'user',
    reference: 'RFC 6749 §10.12',
    faults: {
      'oidc.callback-state.missing': {
        severity: 'error',
        title: 'The answer names no request.',
        detail: 'state did not come back: somebody else’s code may have been slipped in.',
        owner: 'idp-admin',
        fix: 'Report this to the vendor of the identity provider: state has to come back as it was sent.',
      },
      'oidc.callback-state.mismatch': {
        severity: 'error',
        title: 'The answer is to another request.',
        detail: 'Its state is not the one this browser was sent off with.',
        owner: 'user',
        fix: again,
      },
    },
  },
  'oidc.callback-issuer': {
    about: 'Who answered',
    passed: 'The answer is from this identity provider.',
    owner: 'idp-admin',
    reference: 'RFC 9207 §2.4',
    faults: {
      'oidc.callback-issuer.mismatch': {
        severity: 'error',
        title: 'The answer is from another identity provider.',
        detail: 'Its iss is not the issuer the request went to: a code of one is brought to another (mix-up).',
        owner: 'user',
        fix: attack,
      },
      'oidc.callback-issuer.missing': {
        severity: 'error',
        title: 'The answer does not name its identity provider.',
        detail: 'The discovery document announces iss in every answer, and it is not there.',
        owner: 'idp-admin',
        fix: attack,
      },
    },
  },
} as const satisfies CheckTexts
