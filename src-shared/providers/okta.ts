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
} as const satisfies Provider
