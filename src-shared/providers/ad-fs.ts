import type { Provider } from './provider.ts'

export const adFs = {
  name: 'AD FS',
  initials: 'AD',
  protocols: ['saml', 'oidc'],
  entityId: /^https?:\/\/[^/]+\/adfs\/services\/trust$/,
  findMetadata: 'Its address is https://<your AD FS host>/FederationMetadata/2007-06/FederationMetadata.xml.',
  path: ['AD FS Management', 'Relying Party Trusts', 'Add Relying Party Trust', 'Claims aware'],
  labels: {
    entityId: 'Relying party trust identifier',
    acsUrl: 'Relying party SAML 2.0 SSO service URL',
    signOutUrl: 'SAML Logout',
    certificate: 'Signature',
  },
} as const satisfies Provider
