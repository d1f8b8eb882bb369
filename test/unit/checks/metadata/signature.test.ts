import { beforeAll, describe, expect, test } from 'vitest'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { base64Of, entityXml, idpXml, keyXml, namespacesXml } from '#test/support/saml/metadata/entity-xml.ts'
import { NOW } from '#test/support/saml/response-message.ts'

let publisher: SigningIdentity
let stranger: SigningIdentity
let signed: string
beforeAll(async () => {
  publisher = await makeSigningIdentity()
  stranger = await makeSigningIdentity('ec-p256')
  signed = sign(entity('_m1'))
})

const entity = (id: string, entityId = 'https://idp.example.com') =>
  entityXml(idpXml({ keys: keyXml(base64Of(publisher)) }), `ID="${id}" entityID="${entityId}"`)
const sign = (xml: string, id = '_m1', certificate: string | undefined = base64Of(publisher)) =>
  signEnveloped(xml, {
    key: publisher.privateKey,
    hash: 'sha256',
    id,
    ...(certificate !== undefined && { certificate }),
  })

function judge(xml: string, trusted?: readonly SigningIdentity[], mode: 'interop' | 'strict' = 'interop') {
  const trustedCertificates = trusted?.map(({ certificate }) => certificate)
  const { verdict, findings } = judgeMetadata(xml, { now: NOW, mode, trustedCertificates })
  const about = findings.filter(({ code }) => code.startsWith('metadata.signature'))
  return { verdict, told: about.map(({ code, severity }) => `${severity} ${code}`) }
}

describe('a key that was given is told from one that came along', () => {
  test('given: passed', () =>
    expect(judge(signed, [stranger, publisher])).toEqual({ verdict: 'valid', told: ['passed metadata.signature'] }))
  test('only beside the signature: intact, and no proof', () =>
    expect(judge(signed)).toEqual({ verdict: 'valid', told: ['info metadata.signature.embedded'] }))
  test('another was given', () =>
    expect(judge(signed, [stranger])).toEqual({ verdict: 'invalid', told: ['error metadata.signature.other-key'] }))
  test('none anywhere', () =>
    expect(judge(sign(entity('_m1'), '_m1', '')).told).toEqual(['not-verified metadata.signature']))
  test('no signature', () => expect(judge(entity('_m1')).told).toEqual(['info metadata.signature.missing']))
  test('no signature where one was asked for', () =>
    expect(judge(entity('_m1'), [publisher])).toEqual({
      verdict: 'invalid',
      told: ['error metadata.signature.unsigned'],
    }))
})

test.each([
  ['changed afterwards', () => signed.replace('/sso"', '/evil"'), 'changed'],
  [
    'a changed signature value',
    () => signed.replace(/(<ds:SignatureValue>)(.)/, (_, tag, first) => `${tag}${first === 'A' ? 'B' : 'A'}`),
    'changed',
  ],
  ['for another element', () => signed.replace('ID="_m1"', 'ID="_m2"'), 'malformed'],
  ['twice', () => signed.replace(/<ds:Signature .*<\/ds:Signature>/s, '$&$&'), 'malformed'],
])('%s', (_name, xml, way) => {
  expect(judge(xml())).toEqual({ verdict: 'invalid', told: [`error metadata.signature.${way}`] })
})

test('an entity inside an aggregate may be signed by itself', () => {
  const aggregate = (inside: string) => `<md:EntitiesDescriptor ${namespacesXml}>${inside}</md:EntitiesDescriptor>`
  const two = aggregate(entity('_m1') + entity('_m2', 'https://b.example'))
  expect(judge(sign(two, '_m2')).told).toEqual(['info metadata.signature.missing', 'info metadata.signature.embedded'])
  expect(judge(sign(two, '_m2').replaceAll('/sso"', '/evil"')).told).toContain('error metadata.signature.changed')
})
