import type { Provider } from './provider.ts'

/** Google sign-in: OpenID Connect with accounts of Google Workspace or of anyone. Workspace's SAML apps are another product. */
export const google = {
  name: 'Google sign-in',
  initials: 'G',
  protocols: ['oidc'],
  entityId: null,
  findMetadata: null,
  path: ['console.cloud.google.com', 'Google Auth Platform', 'Clients', 'Create client', 'Web application'],
  labels: { entityId: 'Client ID', acsUrl: 'Authorized redirect URIs', signOutUrl: null, certificate: null },
  claims: {
    where:
      'Nothing to set: the scopes openid, email and profile bring these claims. hd names the Workspace domain; groups do not come.',
    email: { name: 'email', value: 'scope email' },
    givenName: { name: 'given_name', value: 'scope profile' },
    familyName: { name: 'family_name', value: 'scope profile' },
  },
  assignPilot: 'Under Audience, choose “Internal”; there is no assignment to one group of an organisation.',
} as const satisfies Provider
