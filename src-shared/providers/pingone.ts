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
} as const satisfies Provider
