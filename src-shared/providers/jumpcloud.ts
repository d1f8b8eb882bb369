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
} as const satisfies Provider
