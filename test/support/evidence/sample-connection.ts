import type { CertificateSummary } from '#shared/model/certificate.ts'
import { Connection } from '#shared/model/connection.ts'

export const certificate = (name: string, more: Partial<CertificateSummary> = {}): CertificateSummary => ({
  name,
  subject: `CN=${name}`,
  issuer: `CN=${name}`,
  serial: '4f2a9c01d3',
  sha256: `${'9f'.repeat(31)}a1`,
  notBefore: '2026-10-01T00:00:00.000Z',
  notAfter: '2027-01-15T00:00:00.000Z',
  keyType: 'rsa',
  keyBits: 2048,
  pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  ...more,
})

const claim = (name: string) => `http://schemas.xmlsoap.org/ws/2005/05/identity/claims/${name}`

/** A connection whose both sides are set up. */
export const sampleConnection: Connection = Connection.parse({
  id: 'conn_0000000000000000000abc',
  createdAt: '2026-11-21T09:00:00.000Z',
  updatedAt: '2026-11-22T07:50:00.000Z',
  intake: {
    provider: 'okta',
    protocol: 'saml',
    domains: ['customer.example', 'customer.test'],
    applicationOwner: 'Grace Hopper',
    displayName: 'Acme Notes for Customer',
  },
  identityProvider: {
    source: { kind: 'url', url: 'https://idp.customer.example/metadata' },
    entityId: 'https://idp.customer.example/',
    singleSignOn: { binding: 'redirect', url: 'https://idp.customer.example/sso' },
    signOutUrl: null,
    signingCertificates: [
      certificate('idp.customer.example'),
      certificate('idp-old.customer.example', { sha256: '1b'.repeat(32), notAfter: '2026-11-01T00:00:00.000Z' }),
    ],
    metadataXml: '<EntityDescriptor>metadata as received</EntityDescriptor>',
    loadedAt: '2026-11-22T07:45:00.000Z',
    judgement: { verdict: 'valid', entities: [], findings: [] },
  },
  serviceProvider: {
    entityId: 'https://app.customer.example/saml/metadata',
    acsUrl: 'https://app.customer.example/saml/acs',
    signOutUrl: 'https://app.customer.example/saml/sign-out',
    certificate: certificate('app.customer.example', { sha256: '7c'.repeat(32) }),
    metadataXml: '<EntityDescriptor>our metadata</EntityDescriptor>',
  },
  mapping: {
    email: [claim('emailaddress'), 'email'],
    givenName: [claim('givenname'), 'given_name'],
    familyName: [claim('surname'), 'family_name'],
    groups: ['groups'],
  },
  policy: {
    mode: 'interop',
    clockSkewSeconds: 60,
    requireSigned: 'either',
    requireEncryption: false,
    allowIdpInitiated: false,
  },
  publication: null,
})
