import type { Provider } from './provider.ts'

export const auth0 = {
  name: 'Auth0',
  initials: 'Au',
  protocols: ['saml', 'oidc'],
  entityId: /^urn:[a-z0-9.-]+$/,
  findMetadata: 'On the add-on’s Usage tab, download “Identity Provider Metadata”.',
  path: ['Dashboard', 'Applications', 'Applications', 'your application', 'Addons', 'SAML2 Web App', 'Settings'],
  labels: {
    entityId: 'audience (in Settings)',
    acsUrl: 'Application Callback URL',
    signOutUrl: 'logout.callback (in Settings)',
    certificate: 'signingCert (in Settings)',
  },
} as const satisfies Provider
