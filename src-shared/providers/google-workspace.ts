import type { Provider } from './provider.ts'

export const googleWorkspace = {
  name: 'Google Workspace',
  initials: 'Go',
  protocols: ['saml', 'oidc'],
  entityId: /^https:\/\/accounts\.google\.com\/o\/saml2\?idpid=C[0-9a-z]+$/,
  findMetadata: 'On “Google Identity Provider details”, choose “Download metadata” and drop the file here.',
  path: [
    'admin.google.com',
    'Apps',
    'Web and mobile apps',
    'Add app',
    'Add custom SAML app',
    'Service provider details',
  ],
  labels: { entityId: 'Entity ID', acsUrl: 'ACS URL', signOutUrl: null, certificate: null },
} as const satisfies Provider
