import { beforeAll, describe, expect, test } from 'vitest'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import type { SchemaValidator } from '#main/saml/schema/schema-validator.ts'
import { faultCodes } from '#shared/findings/catalogue.ts'
import { MetadataJudgement } from '#shared/model/judgement.ts'
import { issueCertificate } from '#test/support/pki/issued-certificate.ts'
import { makeEcP384, makeRsa1024 } from '#test/support/pki/rare-identity.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import {
  base64Of,
  endpointXml,
  entityXml,
  extensionsXml,
  idpXml,
  keyXml,
  nameIdFormatXml,
  spXml,
} from '#test/support/saml/metadata/entity-xml.ts'
import { NOW } from '#test/support/saml/response-message.ts'

const makers = {
  sound: () => makeSigningIdentity(),
  curve: makeEcP384,
  expired: () => makeSigningIdentity('rsa-2048', { notAfter: '2026-05-01T00:00:00Z' }),
  ending: () => makeSigningIdentity('rsa-2048', { notAfter: '2026-06-20T00:00:00Z' }),
  coming: () => makeSigningIdentity('rsa-2048', { notBefore: '2026-06-20T00:00:00Z' }),
  short: makeRsa1024,
  sha1: () => issueCertificate({ name: 'old', hash: 'SHA-1' }),
}
const made = {} as Record<keyof typeof makers, SigningIdentity>
let schemaValidator: SchemaValidator
beforeAll(async () => {
  for (const [name, make] of Object.entries(makers)) made[name as keyof typeof makers] = await make()
  schemaValidator = await loadSchemaValidator()
})
const certificate = (name: keyof typeof makers) => base64Of(made[name])
const signing = () => keyXml(certificate('sound'))
const encryption = (name: keyof typeof makers, more = '') => keyXml(certificate(name), 'use="encryption"', more)

const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'
const EMAIL = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'
const name = '<mdui:UIInfo><mdui:DisplayName xml:lang="en">Example</mdui:DisplayName></mdui:UIInfo>'
const contact =
  '<md:ContactPerson contactType="support"><md:GivenName>Ada</md:GivenName><md:EmailAddress>mailto:ada@example.com</md:EmailAddress></md:ContactPerson>'
const logout = endpointXml('SingleLogoutService', 'https://a.example/slo', 'HTTP-Redirect')
const wanted = (...names: string[]) =>
  `<md:AttributeConsumingService index="0"><md:ServiceName xml:lang="en">App</md:ServiceName>${names.map((each) => `<md:RequestedAttribute Name="${each}" isRequired="true"/>`).join('')}</md:AttributeConsumingService>`

/** Metadata that no check finds fault with, and one part of it changed. */
const idp = (parts: Parameters<typeof idpXml>[0] = {}, after = contact, attributes?: string) =>
  entityXml(
    idpXml({ keys: signing(), extensions: name, services: logout, nameIdFormats: nameIdFormatXml(EMAIL), ...parts }) +
      after,
    attributes,
  )
const sp = (parts: Parameters<typeof spXml>[0] = {}) =>
  entityXml(
    spXml({
      keys: signing(),
      extensions: name,
      services: logout,
      nameIdFormats: nameIdFormatXml(EMAIL),
      attributes: 'WantAssertionsSigned="true"',
      after: wanted('mail'),
      ...parts,
    }) + contact,
  )
const acs = (location: string, attributes: string) =>
  endpointXml('AssertionConsumerService', location, 'HTTP-POST', attributes)

function told(xml: string) {
  const { findings, ...judgement } = judgeMetadata(xml, { now: NOW, mode: 'interop', schemaValidator })
  MetadataJudgement.parse({ ...judgement, findings })
  return findings.filter(({ severity }) => severity !== 'passed' && severity !== 'not-verified').map(({ code }) => code)
}
const UNSIGNED = 'metadata.signature.missing'

test('sound metadata of either side draws no remark but that it is not signed', () => {
  expect(told(idp())).toEqual([UNSIGNED])
  expect(told(sp())).toEqual([UNSIGNED])
})

const cases: [string, () => string, string[]][] = [
  [
    'an element in the wrong place',
    () => idp({ services: nameIdFormatXml(EMAIL) + logout }),
    ['metadata.schema.invalid'],
  ],
  [
    'a cache duration nobody can read',
    () => idp({}, contact, 'entityID="urn:a" cacheDuration="6 hours"'),
    ['metadata.schema.invalid', 'metadata.freshness.cache-unreadable'],
  ],
  [
    'an end in two days',
    () => idp({}, contact, 'entityID="urn:a" validUntil="2026-06-03T00:00:00Z"'),
    ['metadata.freshness.expires-soon'],
  ],
  ['a small curve or RSA key', () => idp({ keys: keyXml(certificate('short')) }), ['metadata.signing-key.short']],
  ['a key given twice', () => idp({ keys: signing() + signing() }), ['metadata.keys.repeated']],
  [
    'a key for something else',
    () => idp({ keys: signing() + keyXml(certificate('curve'), 'use="Signing"') }),
    ['metadata.schema.invalid', 'metadata.keys.unknown-use'],
  ],
  ['a key for anything', () => idp({ keys: keyXml(certificate('sound'), '') }), ['metadata.keys.use-missing']],
  [
    'a key without certificate',
    () =>
      idp({
        keys: `${signing()}<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:KeyName>k</ds:KeyName></ds:KeyInfo></md:KeyDescriptor>`,
      }),
    ['metadata.keys.no-certificate'],
  ],
  [
    'encryption to an expired certificate',
    () => sp({ keys: signing() + encryption('expired') }),
    ['metadata.encryption-key.expired'],
  ],
  [
    'encryption to one that ends soon',
    () => sp({ keys: signing() + encryption('ending') }),
    ['metadata.encryption-key.expires-soon'],
  ],
  [
    'encryption to one that is not valid yet',
    () => sp({ keys: signing() + encryption('coming') }),
    ['metadata.encryption-key.not-yet-valid'],
  ],
  ['encryption to a short key', () => sp({ keys: signing() + encryption('short') }), ['metadata.encryption-key.short']],
  ['encryption to a curve', () => sp({ keys: signing() + encryption('curve') }), ['metadata.encryption-key.not-rsa']],
  [
    'encryption to a cut certificate',
    () => sp({ keys: signing() + keyXml(certificate('sound').slice(0, 400), 'use="encryption"') }),
    ['metadata.encryption-key.unreadable'],
  ],
  [
    'a private key to decrypt with',
    () =>
      sp({
        keys:
          signing() +
          keyXml(made.sound.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'), 'use="encryption"'),
      }),
    ['metadata.encryption-key.private'],
  ],
  [
    'a certificate signed with SHA-1',
    () => idp({ keys: keyXml(certificate('sha1')) }),
    ['metadata.certificate-signature.sha1'],
  ],
  [
    'SHA-1 alone for signatures',
    () => idp({ extensions: `${name}<alg:SigningMethod Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"/>` }),
    ['metadata.algorithms.signing-weak'],
  ],
  [
    'Triple DES alone for encryption',
    () =>
      sp({
        keys:
          signing() +
          encryption('sound', '<md:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#tripledes-cbc"/>'),
      }),
    ['metadata.algorithms.encryption-weak'],
  ],
  [
    'sign-out in the clear',
    () => idp({ services: endpointXml('SingleLogoutService', 'http://a.example/slo') }),
    ['metadata.endpoints.address'],
  ],
  ['sign-out listed twice', () => idp({ services: logout + logout }), ['metadata.endpoints.repeated']],
  [
    'a shared index',
    () => sp({ endpoints: acs('https://a.example', 'index="1"') + acs('https://b.example', 'index="1"') }),
    ['metadata.endpoints.index-shared'],
  ],
  [
    'no index',
    () => sp({ endpoints: acs('https://a.example', '') }),
    ['metadata.schema.invalid', 'metadata.endpoints.index-missing'],
  ],
  [
    'three defaults',
    () =>
      sp({
        endpoints: [1, 2, 3]
          .map((index) => acs(`https://${index}.example`, `index="${index}" isDefault="true"`))
          .join(''),
      }),
    ['metadata.endpoints.several-defaults'],
  ],
  [
    'a binding with another capital',
    () => idp({ services: endpointXml('SingleLogoutService', 'https://a.example', POST.replace('POST', 'Post')) }),
    ['metadata.endpoints.unknown-binding'],
  ],
  [
    'a name ID format of the wrong version',
    () => idp({ nameIdFormats: nameIdFormatXml(EMAIL.replace('1.1', '2.0')) }),
    ['metadata.name-id.misspelt'],
  ],
  ['a name ID format of their own', () => idp({ nameIdFormats: nameIdFormatXml('urn:example:employee') }), []],
  ['no name ID format', () => idp({ nameIdFormats: '' }), ['metadata.name-id.none']],
  ['no attributes asked for', () => sp({ after: '' }), ['metadata.requested-attributes.none']],
  [
    'an attribute asked for twice',
    () => sp({ after: wanted('mail', 'mail') }),
    ['metadata.requested-attributes.repeated'],
  ],
  ['assertions need no signature', () => sp({ attributes: '' }), ['metadata.assertions-signed.not-wanted']],
  [
    'hidden from discovery',
    () =>
      entityXml(
        `${extensionsXml('<mdattr:EntityAttributes><saml:Attribute Name="http://macedir.org/entity-category"><saml:AttributeValue>http://refeds.org/category/hide-from-discovery</saml:AttributeValue></saml:Attribute></mdattr:EntityAttributes>')}${idpXml({ keys: signing(), extensions: name, services: logout, nameIdFormats: nameIdFormatXml(EMAIL) })}${contact}`,
      ),
    ['metadata.entity-attributes.hidden'],
  ],
  ['nobody to ask', () => idp({}, ''), ['metadata.contacts.missing']],
  ['a bare e-mail address', () => idp({}, contact.replace('mailto:', '')), ['metadata.contacts.address']],
  ['no display name', () => idp({ extensions: '' }), ['metadata.user-interface.missing']],
  [
    'a logo in the clear',
    () =>
      idp({
        extensions: name.replace(
          '</mdui:UIInfo>',
          '<mdui:Logo width="1" height="1">http://a.example/l.png</mdui:Logo></mdui:UIInfo>',
        ),
      }),
    ['metadata.user-interface.logo'],
  ],
]
test.each(cases)('%s', (_name, xml, codes) => {
  expect(told(xml()).filter((code) => code !== UNSIGNED)).toEqual(codes)
})

describe('together', () => {
  test('every fault of these checks is broken here or beside', () => {
    const here = new Set(cases.flatMap(([, , codes]) => codes))
    const elsewhere =
      /^metadata\.(?:document|entity-id|validity|role|single-sign-on|assertion-consumer|signing-key|single-logout|requests-signed|signature|entity-once)\b/
    const untold = faultCodes.filter((code) => code.startsWith('metadata.') && !elsewhere.test(code) && !here.has(code))
    expect(untold).toEqual(['metadata.certificate-signature.broken-hash'])
  })

  test('without schemas the schema is not called passed', () => {
    const { findings } = judgeMetadata(idp(), { now: NOW, mode: 'interop' })
    expect(findings.find(({ code }) => code === 'metadata.schema')?.severity).toBe('not-verified')
  })

  test('an entity that stands twice', () => {
    const aggregate = `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${idp()}${idp()}</md:EntitiesDescriptor>`
    expect(told(aggregate)).toContain('metadata.entity-once.repeated')
    expect(told(aggregate.replace('/entity"', '/other"'))).not.toContain('metadata.entity-once.repeated')
  })

  test('what the summary tells', () => {
    const { entities } = judgeMetadata(sp(), { now: NOW, mode: 'interop' })
    expect(entities[0]).toMatchObject({
      displayName: 'Example',
      wantAssertionsSigned: true,
      requestedAttributes: [{ name: 'mail', friendlyName: null, isRequired: true }],
      contacts: [{ type: 'support', name: 'Ada', emailAddresses: ['ada@example.com'] }],
      assertionConsumerServices: [{ binding: POST, location: 'https://app.example/acs', index: 0 }],
    })
  })
})
