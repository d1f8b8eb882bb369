import { expect, test } from 'vitest'
import { readAuthnRequest } from '#main/saml/element/authn-request.ts'
import { BINDING_POST, NAME_ID_EMAIL } from '#main/saml/namespaces.ts'
import { writeAuthnRequest } from '#main/saml/service-provider/write-authn-request.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'

const read = (xml: string) => readAuthnRequest(new UnverifiedElement(parseXml(xml, messageLimits).root))

test('reads what we write', () => {
  const xml = writeAuthnRequest({
    id: '_1',
    issueInstant: new Date('2026-11-22T08:00:00Z'),
    issuer: ' urn:a&b ',
    destination: 'https://idp/',
    acsUrl: 'https://sp/?a&b',
    nameIdFormat: NAME_ID_EMAIL,
    forceAuthn: true,
  })
  expect(read(xml)).toMatchObject({
    id: '_1',
    version: '2.0',
    issueInstant: '2026-11-22T08:00:00.000Z',
    destination: 'https://idp/',
    issuer: { value: 'urn:a&b' },
    acsUrl: 'https://sp/?a&b',
    acsIndex: undefined,
    protocolBinding: BINDING_POST,
    forceAuthn: true,
    isPassive: false,
    nameIdFormat: NAME_ID_EMAIL,
  })
})

test('what is not there is not there', () => {
  expect(read('<AuthnRequest IsPassive="1" AssertionConsumerServiceIndex="2"/>')).toMatchObject({
    id: undefined,
    issuer: undefined,
    acsUrl: undefined,
    acsIndex: '2',
    forceAuthn: false,
    isPassive: true,
    nameIdFormat: undefined,
  })
})
