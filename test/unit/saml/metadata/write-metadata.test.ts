import { expect, test } from 'vitest'
import { writeIdentityProviderMetadata } from '#main/saml/metadata/write-identity-provider-metadata.ts'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import { BINDING_POST, BINDING_REDIRECT, NAME_ID_PERSISTENT } from '#main/saml/namespaces.ts'

const sp = {
  entityId: 'urn:claimcheck:a&b:conn',
  acsUrl: 'https://app.customer.example/acs?a=1&b=2',
  signOutUrl: 'https://app.customer.example/slo',
  certificate: 'MIIB',
  wantAssertionsSigned: true,
  authnRequestsSigned: false,
}
const header = 'xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"'
const key = (use: string, certificate: string) =>
  `<md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
const EMAIL = '<md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>'

/** Children stand in the order of the schema (saml-schema-metadata-2.0.xsd, SSODescriptorType). */
test('service provider, whole', () => {
  expect(writeServiceProviderMetadata(sp)).toBe(
    `<md:EntityDescriptor ${header} entityID="urn:claimcheck:a&amp;b:conn">` +
      '<md:SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">' +
      key('signing', 'MIIB') +
      `<md:SingleLogoutService Binding="${BINDING_REDIRECT}" Location="https://app.customer.example/slo"/>` +
      EMAIL +
      `<md:AssertionConsumerService Binding="${BINDING_POST}" Location="https://app.customer.example/acs?a=1&amp;b=2" index="0" isDefault="true"/>` +
      '</md:SPSSODescriptor></md:EntityDescriptor>',
  )
})

test('service provider: an encryption key and a sign-out only where given', () => {
  const written = writeServiceProviderMetadata({
    ...sp,
    signOutUrl: null,
    encryptionCertificate: 'MIIC',
    nameIdFormats: [],
  })
  expect(written).toContain(key('encryption', 'MIIC'))
  expect(written).not.toMatch(/SingleLogoutService|NameIDFormat/)
})

test('identity provider, whole', () => {
  const written = writeIdentityProviderMetadata({
    entityId: 'https://idp.example.com/metadata',
    singleSignOnServices: [
      { binding: BINDING_REDIRECT, location: 'https://idp.example.com/sso' },
      { binding: BINDING_POST, location: 'https://idp.example.com/sso' },
    ],
    singleLogoutServices: [{ binding: BINDING_REDIRECT, location: 'https://idp.example.com/slo' }],
    signingCertificates: ['MIIB', 'MIIC'],
    wantAuthnRequestsSigned: false,
    nameIdFormats: [NAME_ID_PERSISTENT],
    validUntil: new Date('2027-01-01T00:00:00Z'),
  })
  expect(written).toBe(
    `<md:EntityDescriptor ${header} entityID="https://idp.example.com/metadata" validUntil="2027-01-01T00:00:00.000Z">` +
      '<md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">' +
      key('signing', 'MIIB') +
      key('signing', 'MIIC') +
      `<md:SingleLogoutService Binding="${BINDING_REDIRECT}" Location="https://idp.example.com/slo"/>` +
      `<md:NameIDFormat>${NAME_ID_PERSISTENT}</md:NameIDFormat>` +
      `<md:SingleSignOnService Binding="${BINDING_REDIRECT}" Location="https://idp.example.com/sso"/>` +
      `<md:SingleSignOnService Binding="${BINDING_POST}" Location="https://idp.example.com/sso"/>` +
      '</md:IDPSSODescriptor></md:EntityDescriptor>',
  )
})
