import type { Provider } from './provider.ts'

export const rippling = {
  name: 'Rippling',
  initials: 'Ri',
  protocols: ['saml'],
  entityId: /^https:\/\/app\.rippling\.com\/[^/]+\/idp\.xml$/,
  findMetadata: 'On the application’s Single Sign-On page, copy “IdP Metadata URL” or download “IdP Metadata XML”.',
  path: ['IT Management', 'Custom App', 'Create New App', 'Single Sign-On (SAML)'],
  labels: {
    entityId: 'Service Provider Entity ID',
    acsUrl: 'Assertion Consumer Service URL',
    signOutUrl: null,
    certificate: null,
  },
} as const satisfies Provider
