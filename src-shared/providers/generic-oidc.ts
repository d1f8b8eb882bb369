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
} as const satisfies Provider
