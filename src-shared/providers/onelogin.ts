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
  claims: {
    where:
      'On the Parameters tab, add these with “Include in SAML assertion” ticked. Enter the ACS URL as “Recipient” too.',
    email: { name: 'email', value: 'Email' },
    givenName: { name: 'firstName', value: 'First Name' },
    familyName: { name: 'lastName', value: 'Last Name' },
  },
  assignPilot:
    'On the Access tab, choose the role of the pilot group; or open a user, Applications, + and choose the application.',
} as const satisfies Provider
