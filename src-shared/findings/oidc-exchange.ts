import type { CheckTexts } from './finding-text.ts'

const again = 'Begin the login again; do not reload the callback.'

/** What the token endpoint answered, and what openid-client made of it. */
export const oidcExchangeFindings = {
  'oidc.token-response': {
    about: 'The answer of the token endpoint',
    passed: 'The token endpoint sent an ID Token.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §3.1.3.3',
    faults: {
      'oidc.token-response.invalid-client': {
        severity: 'error',
        title: 'The identity provider does not accept our client secret or key.',
        detail: 'Client ID, secret or the way of sending it is wrong, or the secret has expired.',
        owner: 'sp-admin',
        fix: 'Enter the current client secret, and choose the client authentication (Basic, Post, key) that is registered.',
        reference: 'RFC 6749 §5.2',
      },
      'oidc.token-response.invalid-grant': {
        severity: 'error',
        title: 'The identity provider does not accept the code.',
        detail:
          'It has expired or was used already, or redirect URI or PKCE verifier differ from those of the request.',
        owner: 'user',
        fix: again,
        reference: 'RFC 6749 §5.2',
      },
      'oidc.token-response.unauthorized-client': {
        severity: 'error',
        title: 'This client may not redeem codes.',
        detail: 'The authorization code grant is not allowed to it.',
        owner: 'idp-admin',
        fix: 'Allow the authorization code grant for this client.',
        reference: 'RFC 6749 §5.2',
      },
      'oidc.token-response.invalid-request': {
        severity: 'error',
        title: 'The token endpoint does not understand the request.',
        detail: 'A parameter is missing or not allowed.',
        owner: 'sp-admin',
        fix: 'Compare redirect URI, client authentication and PKCE with what is registered for this client.',
        reference: 'RFC 6749 §5.2',
      },
      'oidc.token-response.other-error': {
        severity: 'error',
        title: 'The token endpoint answered with an error.',
        detail: 'What it said is shown.',
        owner: 'idp-admin',
        fix: "Look the code up in the identity provider's documentation or log.",
        reference: 'RFC 6749 §5.2',
      },
      'oidc.token-response.unreadable': {
        severity: 'error',
        title: 'The answer of the token endpoint cannot be read.',
        detail: 'It is one JSON object, every member once, served as application/json.',
        owner: 'idp-admin',
        fix: 'Check the token endpoint in the discovery document: a gateway or sign-in page may answer there.',
        reference: 'RFC 6749 §5.1',
      },
      'oidc.token-response.no-id-token': {
        severity: 'error',
        title: 'There is no ID Token in the answer.',
        detail: 'Without it nobody is signed in: the scope openid was not asked for or not granted.',
        owner: 'idp-admin',
        fix: 'Allow the scope openid for this client.',
      },
      'oidc.token-response.unreached': {
        severity: 'error',
        title: 'The token endpoint could not be reached.',
        detail: 'The code was not redeemed.',
        owner: 'network',
        fix: 'Check the token endpoint in the discovery document, the network, and the certificate of the server.',
      },
    },
  },
  'oidc.second-opinion': {
    about: 'The opinion of openid-client',
    passed: 'openid-client accepts this login too.',
    owner: 'sp-admin',
    reference: 'openid-client',
    faults: {
      'oidc.second-opinion.refused': {
        severity: 'error',
        title: 'openid-client refuses this login.',
        detail: 'A second, certified implementation does not accept what we would. Both must agree.',
        owner: 'sp-admin',
        fix: 'Report this to us with the support bundle: one of the two is wrong.',
      },
    },
  },
} as const satisfies CheckTexts
