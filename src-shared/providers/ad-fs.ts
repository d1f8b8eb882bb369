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
  claims: {
    where:
      'Right-click the trust, “Edit Claim Issuance Policy”, Add Rule, “Send LDAP Attributes as Claims”, and add these. Then add a second rule, “Transform an Incoming Claim”: E-Mail Address to Name ID, format Email. Without a rule AD FS sends nothing.',
    email: { name: 'E-Mail Address', value: 'E-Mail-Addresses' },
    givenName: { name: 'Given Name', value: 'Given-Name' },
    familyName: { name: 'Surname', value: 'Surname' },
  },
  assignPilot: 'Open “Edit Access Control Policy”, choose “Permit specific group” and name the pilot group.',
} as const satisfies Provider
