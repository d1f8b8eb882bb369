import { describe, expect, test } from 'vitest'
import { defaultEndpoint } from '#main/saml/metadata/read-endpoint.ts'
import { readEntities } from '#main/saml/metadata/read-entity.ts'
import { certificatesFor } from '#main/saml/metadata/read-key.ts'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import { BINDING_POST, BINDING_REDIRECT, MD, NAME_ID_EMAIL, SAMLP } from '#main/saml/namespaces.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { placeOf } from '#main/xml/tree/place.ts'

const entitiesOf = (xml: string) => readEntities(parseXml(xml, metadataLimits))

const aggregate = `<EntitiesDescriptor xmlns="${MD}" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" validUntil="2027-01-01T00:00:00Z" Name="all">
 <Extensions/>
 <EntitiesDescriptor cacheDuration="PT1H">
  <EntityDescriptor entityID="https://idp.example.com" validUntil="2026-12-01T00:00:00Z" cacheDuration="P1D">
   <IDPSSODescriptor protocolSupportEnumeration=" ${SAMLP}
     urn:oasis:names:tc:SAML:1.1:protocol" WantAuthnRequestsSigned="1" validUntil="2026-11-30T00:00:00Z">
    <KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>
      MIIB
      AAAA</ds:X509Certificate><ds:X509Certificate>MIIC</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>
    <KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIID</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
      <EncryptionMethod Algorithm="urn:aes"/></KeyDescriptor>
    <KeyDescriptor><ds:KeyInfo><ds:KeyName>both</ds:KeyName><ds:X509Data><ds:X509Certificate>MIIE</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>
    <SingleLogoutService Binding="${BINDING_REDIRECT}" Location="https://idp.example.com/slo" ResponseLocation="https://idp.example.com/slo2"/>
    <NameIDFormat> ${NAME_ID_EMAIL}
    </NameIDFormat>
    <SingleSignOnService Binding="${BINDING_REDIRECT}" Location="https://idp.example.com/sso"/>
    <SingleSignOnService Binding="${BINDING_POST}"/>
   </IDPSSODescriptor>
   <AttributeAuthorityDescriptor protocolSupportEnumeration="${SAMLP}"/>
   <Organization/>
  </EntityDescriptor>
 </EntitiesDescriptor>
 <EntityDescriptor entityID="https://sp.example.com">
  <SPSSODescriptor protocolSupportEnumeration="${SAMLP}" AuthnRequestsSigned="false" WantAssertionsSigned="yes">
   <AssertionConsumerService index="1" Binding="${BINDING_POST}" Location="https://sp.example.com/1"/>
   <AssertionConsumerService index="one" isDefault="true" Binding="${BINDING_POST}" Location="https://sp.example.com/2"/>
  </SPSSODescriptor>
 </EntityDescriptor>
</EntitiesDescriptor>`

describe('an aggregate', () => {
  const [idp, sp, ...more] = entitiesOf(aggregate)
  const role = idp!.identityProviders[0]!

  test('every entity, however deep', () => {
    expect([idp?.entityId, sp?.entityId, more.length]).toEqual(['https://idp.example.com', 'https://sp.example.com', 0])
    expect([idp?.identityProviders.length, idp?.serviceProviders.length]).toEqual([1, 0])
    expect([sp?.identityProviders.length, sp?.serviceProviders.length]).toEqual([0, 1])
    expect(idp?.otherRoles.map(({ local }) => local)).toEqual(['AttributeAuthorityDescriptor'])
  })

  test('validity from the outside in', () => {
    expect(idp?.validity.map(({ validUntil, cacheDuration }) => [validUntil, cacheDuration])).toEqual([
      ['2027-01-01T00:00:00Z', undefined],
      [undefined, 'PT1H'],
      ['2026-12-01T00:00:00Z', 'P1D'],
    ])
    expect(role.validity.validUntil).toBe('2026-11-30T00:00:00Z')
  })

  test('role: protocols, formats, switches', () => {
    expect(role.protocols).toEqual([SAMLP, 'urn:oasis:names:tc:SAML:1.1:protocol'])
    expect(role.nameIdFormats.map(({ value }) => value)).toEqual([NAME_ID_EMAIL])
    expect(role.wantAuthnRequestsSigned).toBe(true)
    const { authnRequestsSigned, wantAssertionsSigned } = sp!.serviceProviders[0]!
    expect([authnRequestsSigned, wantAssertionsSigned]).toEqual([false, undefined])
  })

  test('keys by use; one without a use serves both', () => {
    expect(certificatesFor('signing', role.keys).map(({ value }) => value)).toEqual(['MIIBAAAA', 'MIIC', 'MIIE'])
    expect(certificatesFor('encryption', role.keys).map(({ value }) => value)).toEqual(['MIID', 'MIIE'])
    expect(role.keys[1]?.encryptionMethods).toEqual(['urn:aes'])
  })

  test('endpoints, absent values as absent', () => {
    expect(role.singleSignOnServices).toMatchObject([
      { binding: BINDING_REDIRECT, location: 'https://idp.example.com/sso', responseLocation: undefined },
      { binding: BINDING_POST, location: undefined, index: undefined, isDefault: undefined },
    ])
    expect(role.singleLogoutServices[0]?.responseLocation).toBe('https://idp.example.com/slo2')
    expect(sp!.serviceProviders[0]!.assertionConsumerServices).toMatchObject([
      { index: 1, isDefault: undefined },
      { index: undefined, isDefault: true, location: 'https://sp.example.com/2' },
    ])
  })

  test('every value knows its place', () => {
    expect(placeOf(role.singleSignOnServices[1]!.element)).toMatchObject({ line: 17, column: 5 })
    expect(placeOf(role.keys[0]!.certificates[1]!.element).path).toBe(
      '/EntitiesDescriptor/EntitiesDescriptor/EntityDescriptor/IDPSSODescriptor/KeyDescriptor[1]/ds:KeyInfo/ds:X509Data/ds:X509Certificate[2]',
    )
  })
})

test('what we write reads back', () => {
  const [entity] = entitiesOf(
    writeServiceProviderMetadata({
      entityId: 'urn:a&b',
      acsUrl: 'https://a/?b&c',
      signOutUrl: null,
      certificate: 'MIIB',
      wantAssertionsSigned: true,
      authnRequestsSigned: true,
    }),
  )
  const [role] = entity!.serviceProviders
  expect([entity?.entityId, role?.wantAssertionsSigned, role?.authnRequestsSigned]).toEqual(['urn:a&b', true, true])
  expect(defaultEndpoint(role!.assertionConsumerServices)).toMatchObject({ location: 'https://a/?b&c', index: 0 })
  expect(certificatesFor('encryption', role!.keys)).toEqual([])
})

test.each([
  ['another namespace', '<EntityDescriptor xmlns="urn:x" entityID="a"/>'],
  ['no namespace', '<EntityDescriptor entityID="a"/>'],
  ['an entity inside something else', `<a><EntityDescriptor xmlns="${MD}" entityID="a"/></a>`],
  ['a web page', '<html/>'],
])('%s is no metadata', (_name, xml) => expect(entitiesOf(xml)).toEqual([]))

describe('the default among several', () => {
  const of = (...flags: (string | undefined)[]) => {
    const endpoints = flags.map((flag, index) => {
      const isDefault = flag === undefined ? '' : `isDefault="${flag}"`
      return `<AssertionConsumerService index="${index}" ${isDefault} Location="${index}"/>`
    })
    const xml = `<EntityDescriptor xmlns="${MD}"><SPSSODescriptor>${endpoints.join('')}</SPSSODescriptor></EntityDescriptor>`
    return defaultEndpoint(entitiesOf(xml)[0]!.serviceProviders[0]!.assertionConsumerServices)?.index
  }
  test('the first that says so', () => expect(of(undefined, 'false', 'true', '1')).toBe(2))
  test('else the first that does not deny it', () => expect(of('false', undefined, '0')).toBe(1))
  test('else the first', () => expect(of('false', '0')).toBe(0))
  test('of none, none', () => expect(of()).toBeUndefined())
})
