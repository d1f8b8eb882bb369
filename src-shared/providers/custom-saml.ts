import type { Provider } from './provider.ts'

/** Any other SAML 2.0 identity provider: the standard's own words. */
export const customSaml = {
  name: 'Custom SAML',
  initials: 'SA',
  protocols: ['saml'],
  entityId: null,
  findMetadata: 'Look for “Metadata URL”, “Federation metadata” or “Export metadata” in its console.',
  path: [],
  labels: {
    entityId: 'Entity ID, identifier or audience',
    acsUrl: 'ACS URL, reply URL or single sign-on URL',
    signOutUrl: 'Single logout URL',
    certificate: 'Signature or verification certificate',
  },
} as const satisfies Provider
