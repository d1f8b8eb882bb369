import type { Provider } from './provider.ts'

/** Any other OpenID provider. */
export const genericOidc = {
  name: 'Generic OIDC',
  initials: 'OI',
  protocols: ['oidc'],
  entityId: null,
  findMetadata: null,
  path: [],
  labels: { entityId: 'Client ID', acsUrl: 'Redirect URI', signOutUrl: 'Post-logout redirect URI', certificate: null },
  claims: {
    where: 'Allow the scopes openid, email and profile; they bring these claims.',
    email: { name: 'email', value: 'scope email' },
    givenName: { name: 'given_name', value: 'scope profile' },
    familyName: { name: 'family_name', value: 'scope profile' },
  },
  assignPilot: 'Assign one test user and a group of two, try, then widen.',
} as const satisfies Provider
