import { beforeAll, describe, expect, test } from 'vitest'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { MetadataJudgement } from '#shared/model/judgement.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { NOW } from '#test/support/saml/response-message.ts'

let current: SigningIdentity
let expired: SigningIdentity
let ending: SigningIdentity
beforeAll(async () => {
  current = await makeSigningIdentity()
  expired = await makeSigningIdentity('rsa-2048', { notAfter: '2026-05-01T00:00:00Z' })
  ending = await makeSigningIdentity('rsa-2048', { notAfter: '2026-06-20T00:00:00Z' })
})

const key = (certificate: string, use = ' use="signing"') =>
  `<md:KeyDescriptor${use}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
const base64 = (identity: SigningIdentity) => identity.certificate.x509.raw.toString('base64')
const bindings = 'urn:oasis:names:tc:SAML:2.0:bindings'
const redirect = `<md:SingleSignOnService Binding="${bindings}:HTTP-Redirect" Location="https://idp.example.com/sso"/>`
const role = (inside: string, attributes = '') =>
  `<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"${attributes}>${inside}</md:IDPSSODescriptor>`
const entity = (inside: string, attributes = ' entityID="https://idp.example.com/entity"') =>
  `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"${attributes}>${inside}</md:EntityDescriptor>`
const serviceProvider = `<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:AssertionConsumerService index="0" Binding="${bindings}:HTTP-POST" Location="https://app.example/acs"/></md:SPSSODescriptor>`

const judge = (xml: string | Uint8Array, needed?: 'idp' | 'sp', mode: 'interop' | 'strict' = 'interop') =>
  judgeMetadata(xml, { now: NOW, mode, role: needed })
const faults = (xml: string | Uint8Array, needed?: 'idp' | 'sp', mode?: 'strict') =>
  judge(xml, needed, mode)
    .findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ code }) => code)

test('sound metadata is valid and says what would be used', () => {
  const logout = `<md:SingleLogoutService Binding="${bindings}:HTTP-Redirect" Location="https://idp.example.com/slo"/>`
  const judgement = judge(entity(role(key(base64(current)) + logout + redirect)), 'idp')
  expect(judgement).toMatchObject({
    verdict: 'valid',
    entities: [
      {
        entityId: 'https://idp.example.com/entity',
        roles: ['idp'],
        singleSignOnServices: [{ location: 'https://idp.example.com/sso' }],
        singleLogoutServices: [{ location: 'https://idp.example.com/slo' }],
        signingCertificates: [{ sha256: current.certificate.summary.sha256 }],
      },
    ],
  })
  expect(judgement.findings.map(({ severity }) => severity)).not.toContain('error')
  expect(() => MetadataJudgement.parse(judgement)).not.toThrow()
})

test.each<[string, () => string | Uint8Array, string[]]>([
  ['a sign-in page', () => '<!DOCTYPE html><html><body>Sign in</body></html>', ['metadata.document.web-page']],
  [
    'a well-formed web page',
    () => '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    ['metadata.document.web-page'],
  ],
  ['other XML', () => '<rss version="2.0"/>', ['metadata.document.other-xml']],
  [
    'an empty aggregate',
    () => '<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"/>',
    ['metadata.document.no-entity'],
  ],
  ['nothing', () => '', ['xml.empty']],
  ['binary', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47]), ['xml.not-utf-8']],
  ['text', () => 'not xml', ['xml.not-well-formed']],
  ['no entity ID', () => entity(role(key(base64(current)) + redirect), ''), ['metadata.entity-id.missing']],
  [
    'a template',
    () => entity(role(key(base64(current)) + redirect), ' entityID="https://sts.windows.net/{tenantid}/"'),
    ['metadata.entity-id.placeholder'],
  ],
  [
    'a validity that is over',
    () => entity(role(key(base64(current)) + redirect), ' entityID="x" validUntil="2026-05-31T00:00:00Z"'),
    ['metadata.validity.expired'],
  ],
  [
    'a validity nobody can read',
    () => entity(role(key(base64(current)) + redirect, ' validUntil="soon"')),
    ['metadata.validity.unreadable'],
  ],
  ["a service provider's", () => entity(serviceProvider), ['metadata.role.service-provider-given']],
  ['no role', () => entity(''), ['metadata.role.none']],
  [
    'another protocol',
    () => entity(role(key(base64(current)) + redirect).replace('SAML:2.0:protocol', 'SAML:1.1:protocol')),
    ['metadata.role.protocol'],
  ],
  ['no sign-in URL', () => entity(role(key(base64(current)))), ['metadata.single-sign-on.missing']],
  [
    'a sign-in URL that runs code',
    () => entity(role(key(base64(current)) + redirect.replace('https://idp.example.com/sso', 'javascript:alert(1)'))),
    ['metadata.single-sign-on.address'],
  ],
  [
    'a sign-in URL without TLS',
    () => entity(role(key(base64(current)) + redirect.replace('https:', 'http:'))),
    ['metadata.single-sign-on.not-https'],
  ],
  ['no signing key', () => entity(role(redirect)), ['metadata.signing-key.missing']],
  [
    'a key for encryption only',
    () => entity(role(key(base64(current), ' use="encryption"') + redirect)),
    ['metadata.signing-key.missing'],
  ],
  [
    'a certificate that was cut',
    () => entity(role(key(base64(current).slice(0, 400)) + redirect)),
    ['metadata.signing-key.unreadable'],
  ],
  [
    'a private key',
    () => entity(role(key(current.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')) + redirect)),
    ['metadata.signing-key.private'],
  ],
  [
    'a certificate that expires soon',
    () => entity(role(key(base64(ending)) + redirect)),
    ['metadata.signing-key.expires-soon'],
  ],
])('%s', (_name, xml, codes) => {
  expect(faults(xml(), 'idp')).toEqual(codes)
})

describe('roles and policy', () => {
  test("an identity provider's where an application is needed", () => {
    expect(faults(entity(role(key(base64(current)) + redirect)), 'sp')).toEqual([
      'metadata.role.identity-provider-given',
    ])
    expect(judge(entity(serviceProvider), 'sp').verdict).toBe('valid')
  })

  test('an expired certificate: a warning in interop, an error in strict', () => {
    const xml = entity(role(key(base64(expired)) + redirect))
    expect(judge(xml)).toMatchObject({ verdict: 'valid' })
    expect(judge(xml, undefined, 'strict')).toMatchObject({ verdict: 'invalid' })
    expect(faults(xml)).toEqual(['metadata.signing-key.expired'])
  })

  test('plain http is accepted from this very machine', () => {
    expect(
      judge(entity(role(key(base64(current)) + redirect.replace('https://idp.example.com', 'http://127.0.0.1:4000'))))
        .verdict,
    ).toBe('valid')
  })

  test('a broken entity does not hide the others', () => {
    const aggregate = `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${entity(role(redirect))}${entity(role(key(base64(current)) + redirect), ' entityID="b"')}</md:EntitiesDescriptor>`
    const judgement = judge(aggregate)
    expect(judgement.verdict).toBe('invalid')
    expect(judgement.entities.map(({ entityId }) => entityId)).toEqual(['https://idp.example.com/entity', 'b'])
    expect(
      judgement.findings.filter(({ rootCause }) => rootCause).map(({ code, location }) => [code, location?.path]),
    ).toEqual([['metadata.signing-key.missing', '/md:EntitiesDescriptor/md:EntityDescriptor[1]/md:IDPSSODescriptor']])
  })
})
