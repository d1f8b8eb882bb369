import type { Provider } from './provider.ts'

export const pingone = {
  name: 'PingOne',
  initials: 'Pi',
  protocols: ['saml', 'oidc'],
  entityId: /^https:\/\/auth\.pingone\.[a-z.]+\/[0-9a-f-]{36}$/,
  findMetadata: 'On the application’s Configuration tab, copy “IDP Metadata URL”.',
  path: ['Applications', 'Applications', '+', 'SAML Application', 'Configure', 'Manually Enter'],
  labels: {
    entityId: 'Entity ID',
    acsUrl: 'ACS URLs',
    signOutUrl: 'SLO endpoint',
    certificate: 'Verification certificate',
  },
  claims: {
    where: 'On the Attribute Mappings tab, choose the pencil, then + Add. Set saml_subject to Email Address.',
    email: { name: 'email', value: 'Email Address' },
    givenName: { name: 'firstName', value: 'Given Name' },
    familyName: { name: 'lastName', value: 'Family Name' },
  },
  assignPilot:
    'On the Access tab, choose the pilot group. While none is chosen, everyone in the environment may sign in.',
} as const satisfies Provider
