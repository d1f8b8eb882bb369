import type { Provider } from './provider.ts'

export const okta = {
  name: 'Okta',
  initials: 'Ok',
  protocols: ['saml', 'oidc'],
  entityId: /^http:\/\/www\.okta\.com\/(exk)?[A-Za-z0-9]{10,}$/,
  findMetadata: 'On the application’s Sign On tab, copy “Metadata URL”.',
  path: ['Admin Console', 'Applications', 'Applications', 'Create App Integration', 'SAML 2.0', 'Configure SAML'],
  labels: {
    entityId: 'Audience URI (SP Entity ID)',
    acsUrl: 'Single sign-on URL',
    signOutUrl: 'Single Logout URL',
    certificate: 'Signature Certificate',
  },
  claims: {
    where:
      'Under “Attribute Statements”, add these. Set “Name ID format” to EmailAddress and “Application username” to Email.',
    email: { name: 'email', value: 'user.email' },
    givenName: { name: 'firstName', value: 'user.firstName' },
    familyName: { name: 'lastName', value: 'user.lastName' },
  },
  assignPilot: 'On the application’s Assignments tab, choose Assign, then Assign to Groups, and pick the pilot group.',
} as const satisfies Provider
