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
  claims: {
    where: 'Under Settings, “SAML Attributes”, “Create New”, add these or check that they are there.',
    email: { name: 'email', value: 'the work e-mail address' },
    givenName: { name: 'firstName', value: 'the first name' },
    familyName: { name: 'lastName', value: 'the last name' },
  },
  assignPilot: 'At the Access step, choose “I will manually select who should get access” and pick the pilots.',
} as const satisfies Provider
