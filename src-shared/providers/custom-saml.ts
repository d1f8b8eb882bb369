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
  claims: {
    where:
      'Look for attribute statements or an attribute mapping, and send these. Send the name identifier as e-mail address or persistent.',
    email: { name: 'email', value: 'the e-mail address' },
    givenName: { name: 'firstName', value: 'the first name' },
    familyName: { name: 'lastName', value: 'the last name' },
  },
  assignPilot: 'Assign one test user and a group of two, try, then widen.',
} as const satisfies Provider
