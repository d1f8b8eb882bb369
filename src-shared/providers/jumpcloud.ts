import type { Provider } from './provider.ts'

export const jumpcloud = {
  name: 'JumpCloud',
  initials: 'Ju',
  protocols: ['saml', 'oidc'],
  entityId: null,
  findMetadata: 'On the application’s SSO tab, choose “Copy Metadata URL” or “Export Metadata”.',
  path: [
    'Admin Portal',
    'SSO Applications',
    'Add New Application',
    'Custom Application',
    'Configure SSO with SAML',
    'SSO',
  ],
  labels: {
    entityId: 'SP Entity ID',
    acsUrl: 'ACS URLs, Default URL',
    signOutUrl: null,
    certificate: 'SP Certificate',
  },
  claims: {
    where: 'On the SSO tab, under “Attributes”, add these. Leave “SAMLSubject NameID” at email.',
    email: { name: 'email', value: 'email' },
    givenName: { name: 'firstName', value: 'firstname' },
    familyName: { name: 'lastName', value: 'lastname' },
  },
  assignPilot:
    'On the application’s User Groups tab, tick the pilot group and save: people are let in through groups only.',
} as const satisfies Provider
