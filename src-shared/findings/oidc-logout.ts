import type { CheckTexts } from './finding-text.ts'

const vendor = 'Report this to the vendor of the identity provider'
const attack = 'Nothing to do here: it is refused. If it happens again, treat it as an attack.'

/** What a provider sends to end sessions. */
export const oidcLogoutFindings = {
  'oidc.logout': {
    about: 'The logout token',
    passed: 'The token asks for the logout of one user or session.',
    owner: 'idp-admin',
    reference: 'OpenID Connect Back-Channel Logout §2.4',
    faults: {
      'oidc.logout.not-a-logout-token': {
        severity: 'error',
        title: 'This is no logout token.',
        detail: 'It carries no logout event, or is marked as another kind of token.',
        owner: 'idp-admin',
        fix: attack,
        reference: 'OpenID Connect Back-Channel Logout §2.6',
      },
      'oidc.logout.nonce': {
        severity: 'error',
        title: 'The logout token carries a nonce.',
        detail: 'That is forbidden, so that no ID Token passes for a logout token.',
        owner: 'idp-admin',
        fix: attack,
      },
      'oidc.logout.nobody': {
        severity: 'error',
        title: 'The logout token names neither a user nor a session.',
        detail: 'sub or sid must be there as text.',
        owner: 'idp-admin',
        fix: `${vendor}: sub or sid is required.`,
      },
      'oidc.logout.no-id': {
        severity: 'error',
        title: 'The logout token has no ID.',
        detail: 'Without jti it cannot be told whether it was used before.',
        owner: 'idp-admin',
        fix: `${vendor}: jti is required.`,
      },
      'oidc.logout.seen': {
        severity: 'error',
        title: 'The logout token was used before.',
        detail: 'Each is acted on once.',
        owner: 'idp-admin',
        fix: attack,
      },
    },
  },
} as const satisfies CheckTexts
