import type { CheckTexts } from './finding-text.ts'

/** What an OpenID provider offers to its clients. */
export const oidcOfferFindings = {
  'discovery.response-types': {
    about: 'The code flow',
    passed: 'The code flow is offered.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Discovery §3',
    faults: {
      'discovery.response-types.no-code': {
        severity: 'error',
        title: 'The code flow is not offered.',
        detail:
          'response_types_supported does not list “code”. Other flows send tokens through the browser and are not used here.',
        owner: 'idp-admin',
        fix: 'Switch on the authorization code flow.',
        reference: 'RFC 9700 §2.1.2',
      },
    },
  },
  'discovery.algorithms': {
    about: 'Signature algorithms of ID Tokens',
    passed: 'ID Tokens can be signed with an algorithm that we know.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Discovery §3',
    faults: {
      'discovery.algorithms.none-usable': {
        severity: 'error',
        title: 'No algorithm for ID Tokens can be used.',
        detail:
          'Neither RS, PS or ES 256 to 512 nor EdDSA is listed, so no ID Token could be verified with a published key.',
        owner: 'idp-admin',
        fix: 'Offer RS256 for ID Tokens.',
      },
      'discovery.algorithms.unsigned': {
        severity: 'warning',
        title: 'ID Tokens may be unsigned at this provider.',
        detail: 'The list of algorithms holds “none”. Such tokens are refused here.',
        owner: 'idp-admin',
        fix: 'Choose RS256 for this client, and switch “none” off.',
        reference: 'RFC 8725 §3.2',
      },
      'discovery.algorithms.no-rs256': {
        severity: 'info',
        title: 'RS256 is not offered.',
        detail: 'Every provider has to offer it; clients that know nothing else cannot use this one.',
        owner: 'idp-admin',
        fix: 'Nothing to do for this connection.',
      },
      'discovery.algorithms.other': {
        severity: 'error',
        title: 'The algorithm of this connection is not offered.',
        detail: 'ID Tokens will never be signed with it.',
        owner: 'sp-admin',
        fix: 'Choose one of the algorithms that the provider lists.',
      },
    },
  },
  'discovery.pkce': {
    about: 'PKCE',
    passed: 'PKCE with S256 is announced.',
    owner: 'idp-admin',
    reference: 'RFC 9700 §2.1.1',
    faults: {
      'discovery.pkce.not-announced': {
        severity: 'info',
        title: 'PKCE is not announced.',
        detail:
          'It is sent all the same; providers that do not know it take no notice. The nonce protects the code as well.',
        owner: 'idp-admin',
        fix: 'Nothing to do. If the provider knows PKCE, have it list S256 under code_challenge_methods_supported.',
      },
      'discovery.pkce.no-s256': {
        severity: 'warning',
        title: 'PKCE is offered without S256.',
        detail: '“plain” shows the secret of the exchange to whoever sees the request.',
        owner: 'idp-admin',
        fix: 'Switch on S256 at the identity provider.',
        reference: 'RFC 7636 §4.2',
      },
    },
  },
  'discovery.scopes': {
    about: 'The scopes',
    passed: 'The scopes that a login needs are offered.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Discovery §3',
    faults: {
      'discovery.scopes.no-openid': {
        severity: 'error',
        title: 'The scope openid is not offered.',
        detail: 'Without it there is no ID Token: this is an OAuth server that signs nobody in.',
        owner: 'idp-admin',
        fix: 'Switch on OpenID Connect at this server.',
      },
      'discovery.scopes.no-email': {
        severity: 'warning',
        title: 'The scope email is not offered.',
        detail: 'The e-mail address will probably not arrive.',
        owner: 'idp-admin',
        fix: 'Offer the scope email, or map the address by hand for this client.',
      },
    },
  },
  'discovery.client-authentication': {
    about: 'Authentication of the client',
    passed: 'The client can authenticate itself as configured.',
    owner: 'sp-admin',
    reference: 'OpenID Connect Core §9',
    faults: {
      'discovery.client-authentication.not-offered': {
        severity: 'error',
        title: 'The client cannot authenticate itself in the way that is configured.',
        detail: 'The token endpoint does not offer this method, so it would answer invalid_client.',
        owner: 'sp-admin',
        fix: 'Choose one of the methods that the provider lists, and the same for the client there.',
      },
    },
  },
  'discovery.subject-types': {
    about: 'How users are named',
    passed: 'Users have the same sub at every client.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Core §8',
    faults: {
      'discovery.subject-types.pairwise': {
        severity: 'info',
        title: 'Users may have another sub at every client.',
        detail: 'With another client ID the same people would look like new ones.',
        owner: 'sp-admin',
        fix: 'Nothing to do. Keep the client ID when you go into production, or move the accounts by another claim.',
      },
    },
  },
  'discovery.response-issuer': {
    about: 'The issuer in the authorization response',
    passed: 'The authorization response names its issuer.',
    owner: 'idp-admin',
    reference: 'RFC 9207 §3',
    faults: {
      'discovery.response-issuer.not-announced': {
        severity: 'info',
        title: 'The authorization response does not name its issuer.',
        detail: 'Answers of two providers are told apart by their redirect URIs instead.',
        owner: 'idp-admin',
        fix: 'Nothing to do: every connection has a redirect URI of its own.',
      },
    },
  },
  'discovery.logout': {
    about: 'Logout',
    passed: 'Logout is offered.',
    owner: 'idp-admin',
    reference: 'OpenID Connect RP-Initiated Logout §2.1',
    faults: {
      'discovery.logout.not-offered': {
        severity: 'info',
        title: 'Logout at the identity provider is not offered.',
        detail: 'Signing out here leaves the session there: the next login may need no password.',
        owner: 'idp-admin',
        fix: 'Nothing to do, unless signing out here has to sign out there.',
      },
    },
  },
} as const satisfies CheckTexts
