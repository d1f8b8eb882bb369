import type { Provider } from './provider.ts'

export const entra = {
  name: 'Microsoft Entra ID',
  initials: 'En',
  protocols: ['saml', 'oidc'],
  entityId: /^https:\/\/sts\.windows\.net\/[0-9a-fA-F-]{36}\/$/,
  findMetadata: 'Under Single sign-on, SAML Certificates, copy “App Federation Metadata Url”.',
  path: ['Entra ID', 'Enterprise apps', 'your application', 'Single sign-on', 'SAML', 'Basic SAML Configuration'],
  labels: {
    entityId: 'Identifier (Entity ID)',
    acsUrl: 'Reply URL (Assertion Consumer Service URL)',
    signOutUrl: 'Logout Url',
    certificate: 'Verification certificates (optional)',
  },
} as const satisfies Provider
