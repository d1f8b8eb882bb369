import type { Provider } from './provider.ts'

export const onelogin = {
  name: 'OneLogin',
  initials: 'On',
  protocols: ['saml', 'oidc'],
  entityId: /^https:\/\/app\.onelogin\.com\/saml\/metadata\/[0-9A-Za-z-]+$/,
  findMetadata: 'On the SSO tab, copy “Issuer URL”: it is the metadata’s address too.',
  path: ['Administration', 'Applications', 'Add App', 'SAML Custom Connector (Advanced)', 'Configuration'],
  labels: {
    entityId: 'Audience (EntityID)',
    acsUrl: 'ACS (Consumer) URL',
    signOutUrl: 'Single Logout URL',
    certificate: null,
  },
} as const satisfies Provider
