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
  claims: {
    where: 'The add-on sends these by default. Leave them as they are.',
    email: { name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress', value: 'email' },
    givenName: { name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname', value: 'given_name' },
    familyName: { name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname', value: 'family_name' },
  },
  assignPilot:
    'There is no list of people for one application: enable for it only the connection or the Organization of the pilots.',
} as const satisfies Provider
