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
  claims: {
    where: 'Under “Attributes & Claims” these are sent by default. Leave them as they are.',
    email: { name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress', value: 'user.mail' },
    givenName: { name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname', value: 'user.givenname' },
    familyName: { name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname', value: 'user.surname' },
  },
  assignPilot:
    'On the application’s “Users and groups” page, choose “Add user/group” and pick the pilot group; set “Assignment required?” to Yes.',
} as const satisfies Provider
