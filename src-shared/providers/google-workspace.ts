import type { Provider } from './provider.ts'

export const googleWorkspace = {
  name: 'Google Workspace',
  initials: 'Go',
  protocols: ['saml'],
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
  claims: {
    where:
      'On “Attribute mapping”, add these. Set “Name ID format” to EMAIL; leave “Name ID” at Basic Information > Primary email.',
    email: { name: 'email', value: 'Basic Information > Primary email' },
    givenName: { name: 'firstName', value: 'Basic Information > First name' },
    familyName: { name: 'lastName', value: 'Basic Information > Last name' },
  },
  assignPilot: 'Under “User access”, keep it OFF for everyone, pick the pilot group on the left, choose On and save.',
} as const satisfies Provider
