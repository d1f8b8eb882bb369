import type { KeyObject } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { gist, soundContext } from '#test/support/saml/judging.ts'
import {
  ACS,
  assertionXml,
  attribute,
  responseXml,
  SP,
  sign,
  soundMessage,
} from '#test/support/saml/response-message.ts'
import { type Cipher, type Encrypting, encrypt, encryptedAssertion, type Transport } from '#test/support/xml/encrypt.ts'

let idp: SigningIdentity
let sp: SigningIdentity
let retired: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
  sp = await makeSigningIdentity('rsa-2048', { commonName: 'sp.example.com' })
  retired = await makeSigningIdentity('rsa-2048', { commonName: 'retired.example.com' })
})

const judge = (xml: string, keys: readonly SigningIdentity[] = [sp], change: Partial<ResponseContext> = {}) =>
  judgeResponse(
    xml,
    soundContext([idp], {
      serviceProvider: { entityId: SP, acsUrl: ACS, decryptionKeys: keys.map(({ privateKey }) => privateKey) },
      ...change,
    }),
  )
const signedInside = (encrypting: Partial<Encrypting> = {}, assertion = assertionXml()) =>
  responseXml({}, encryptedAssertion(sign(assertion, idp), { to: sp.publicKey, ...encrypting }))
const strict = { policy: { ...defaultJudgingPolicy, mode: 'strict' as const } }

describe('is opened and accepted', () => {
  const oaep: Transport = { scheme: 'oaep-mgf1p', digest: 'sha1' }
  test.each<[Cipher, Transport]>([
    ['aes128-gcm', oaep],
    ['aes192-gcm', oaep],
    ['aes256-gcm', oaep],
    ['aes256-gcm', { scheme: 'oaep-mgf1p', digest: 'sha256' }],
    ['aes256-gcm', { scheme: 'oaep', digest: 'sha256', mask: 'sha256' }],
    ['aes256-gcm', { scheme: 'oaep', digest: 'sha256', mask: 'sha1' }],
    ['aes256-gcm', { scheme: 'oaep', digest: 'sha512', mask: 'sha256' }],
    ['aes256-gcm', { scheme: 'oaep', digest: 'sha1', mask: 'sha512' }],
  ])('%s with %o', (cipher, transport) => {
    const judgement = judge(signedInside({ cipher, transport }))
    expect(gist(judgement)).toMatchObject({ verdict: 'accepted', warnings: [] })
    expect(judgement.identity?.profile.email).toBe('ada@example.com')
    expect(judge(signedInside({ cipher, transport }), [sp], strict).verdict).toBe('accepted')
  })

  test('with the key beside the data, the second of our keys, and places that name the opened part', () => {
    const judgement = judge(signedInside({ keyPlace: 'beside' }), [retired, sp])
    expect(judgement.verdict).toBe('accepted')
    expect(judgement.findings.find(({ code }) => code === 'saml.audience')?.location).toMatchObject({
      document: 'decrypted/1',
      path: '/saml:Assertion/saml:Conditions/saml:AudienceRestriction',
      line: 1,
    })
  })

  test('signed only around the ciphertext', () => {
    const xml = sign(responseXml({}, encryptedAssertion(assertionXml(), { to: sp.publicKey })), idp, ['_response1'])
    expect(judge(xml).verdict).toBe('accepted')
  })

  test('with namespaces that are declared around it', () => {
    const assertion = assertionXml().replace(' xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"', '')
    const xml = sign(responseXml({}, encryptedAssertion(assertion, { to: sp.publicKey })), idp, ['_response1'])
    expect(judge(xml).verdict).toBe('accepted')
  })

  test('an encrypted name and attribute', () => {
    const nameId = `<saml:EncryptedID>${encrypt(soundMessage.nameId, { to: sp.publicKey })}</saml:EncryptedID>`
    const attributes = `<saml:EncryptedAttribute>${encrypt(attribute('email', 'ada@example.com'), { to: sp.publicKey })}</saml:EncryptedAttribute>`
    const judgement = judge(sign(responseXml({ nameId, attributes }), idp))
    expect(judgement.identity).toMatchObject({ nameId: 'ada@example.com', attributes: { email: ['ada@example.com'] } })
  })
})

describe('is weak', () => {
  test.each<[Partial<Encrypting>, string]>([
    [{ transport: { scheme: 'rsa-1_5' } }, 'saml.encryption-algorithm.rsa-1-5'],
    [{ cipher: 'tripledes-cbc' }, 'saml.encryption-algorithm.triple-des'],
    [{ cipher: 'aes128-cbc' }, 'saml.encryption-algorithm.unprotected-cbc'],
    [{ cipher: 'aes256-cbc' }, 'saml.encryption-algorithm.unprotected-cbc'],
  ])('%o', (encrypting, code) => {
    expect(gist(judge(signedInside(encrypting)))).toMatchObject({ verdict: 'accepted', warnings: [code] })
    expect(gist(judge(signedInside(encrypting), [sp], strict))).toMatchObject({
      verdict: 'rejected',
      rootCauses: [code],
    })
  })

  test('RSAES-PKCS1-v1_5 stays sealed where interop says so, and nothing else does', () => {
    const judgement = judge(signedInside({ transport: { scheme: 'rsa-1_5' } }), [sp], { opensNoPkcs1: true })
    expect(judgement).toMatchObject({ verdict: 'undecided', identity: null })
    expect(judge(signedInside({ cipher: 'aes256-cbc' }), [sp], { opensNoPkcs1: true }).verdict).toBe('accepted')
  })

  test('CBC under a verified signature is not', () => {
    const xml = sign(signedInside({ cipher: 'aes256-cbc' }), idp, ['_response1'])
    expect(gist(judge(xml, [sp], strict))).toMatchObject({ verdict: 'accepted' })
  })
})

describe('is not opened', () => {
  test('no key given: undecided', () => {
    const judgement = judge(signedInside(), [])
    expect(judgement).toMatchObject({ verdict: 'undecided', identity: null })
    expect(gist(judgement).rootCauses).toEqual([])
  })

  test('encrypted for a key we retired: undecided, and the certificate is named', () => {
    const certificate = retired.certificate.x509.raw.toString('base64')
    const judgement = judge(signedInside({ to: retired.publicKey, certificate }))
    expect(gist(judgement)).toMatchObject({ verdict: 'undecided', rootCauses: ['saml.encryption.other-key'] })
    expect(judgement.findings.find(({ rootCause }) => rootCause)?.actual).toContain('retired.example.com')
  })

  test.each<[string, (key: SigningIdentity) => KeyObject, boolean]>([
    ['the private key that opens it', ({ privateKey }) => privateKey, false],
    ['the public key, and the message names its certificate', ({ publicKey }) => publicKey, true],
  ])('encrypted for a key that is known to be retired: %s', (_name, known, named) => {
    const certificate = retired.certificate.x509.raw.toString('base64')
    const xml = signedInside({ to: retired.publicKey, ...(named && { certificate }) })
    const keys = (retiredKeys: readonly KeyObject[]) => ({
      serviceProvider: { entityId: SP, acsUrl: ACS, decryptionKeys: [sp.privateKey], retiredKeys },
    })
    const judgement = judge(xml, [], keys([idp.publicKey, known(retired)]))
    expect(gist(judgement)).toMatchObject({ verdict: 'undecided', rootCauses: ['saml.encryption.retired-key'] })
    expect(judgement.identity).toBeNull()
    expect(gist(judge(xml, [], keys([idp.privateKey]))).rootCauses).toEqual(['saml.encryption.other-key'])
  })

  test.each<[string, () => string, string]>([
    [
      'changed on the way',
      () =>
        signedInside({ spoil: (bytes) => Buffer.from(bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte))) }),
      'saml.encryption.corrupt',
    ],
    ['cut short', () => signedInside({ spoil: (bytes) => bytes.subarray(0, 20) }), 'saml.encryption.corrupt'],
    [
      'not XML inside',
      () => responseXml({}, encryptedAssertion('hello', { to: sp.publicKey })),
      'saml.encryption.not-xml',
    ],
    [
      'a DOCTYPE inside',
      () => responseXml({}, encryptedAssertion(`<!DOCTYPE x>${assertionXml()}`, { to: sp.publicKey })),
      'saml.encryption.not-xml',
    ],
    [
      'two elements inside',
      () => responseXml({}, encryptedAssertion(assertionXml().repeat(2), { to: sp.publicKey })),
      'saml.encryption.not-xml',
    ],
    [
      'another element inside',
      () => responseXml({}, encryptedAssertion(responseXml(), { to: sp.publicKey })),
      'saml.encryption.other-content',
    ],
    [
      'an address instead of content',
      () =>
        signedInside().replace(
          /<xenc:CipherValue>[^<]*<\/xenc:CipherValue>(?=<\/xenc:CipherData><\/xenc:EncryptedData>)/,
          '<xenc:CipherReference URI="https://evil.example/"/>',
        ),
      'saml.encryption.external-reference',
    ],
    ['no content', () => responseXml({}, '<saml:EncryptedAssertion/>'), 'saml.encryption.malformed'],
    [
      'nine keys',
      () => signedInside().replace(/(<xenc:EncryptedKey.*?<\/xenc:EncryptedKey>)/, '$1'.repeat(9)),
      'saml.encryption.too-many-keys',
    ],
    ['an unknown algorithm', () => signedInside().replace('aes256-gcm', 'rot13'), 'saml.encryption.unknown-algorithm'],
  ])('%s', (_name, xml, code) => {
    expect(gist(judge(xml()))).toMatchObject({ verdict: 'rejected', rootCauses: [code] })
  })
})

test('another version inside is noticed', () => {
  const assertion = assertionXml({ assertionAttributes: soundMessage.assertionAttributes.replace('2.0', '1.1') })
  expect(gist(judge(signedInside({}, assertion))).rootCauses).toEqual(['saml.message.version'])
})

describe('encryption is not authentication', () => {
  test('unsigned inside and out', () => {
    const xml = responseXml({}, encryptedAssertion(assertionXml(), { to: sp.publicKey }))
    expect(gist(judge(xml))).toMatchObject({ verdict: 'rejected', rootCauses: ['saml.signature.missing'] })
  })

  test('a forged one beside a signed one', () => {
    const forged = encryptedAssertion(assertionXml({ nameId: '<saml:NameID>eve</saml:NameID>' }), { to: sp.publicKey })
    const xml = sign(responseXml(), idp).replace('</samlp:Response>', `${forged}</samlp:Response>`)
    expect(gist(judge(xml)).rootCauses).toEqual(['saml.structure.several-assertions'])
  })

  test('a signed assertion hidden inside a forged one', () => {
    const forged = assertionXml({
      assertionAttributes: soundMessage.assertionAttributes.replace('_assertion1', '_evil'),
    })
    const hiding = forged.replace('</saml:Assertion>', `<saml:x>${sign(assertionXml(), idp)}</saml:x></saml:Assertion>`)
    const judgement = judge(responseXml({}, encryptedAssertion(hiding, { to: sp.publicKey })))
    expect(gist(judgement).rootCauses).toEqual(['saml.structure.assertion-misplaced'])
    expect(judgement.identity).toBeNull()
  })

  test('a signature beside the ciphertext belongs to nothing', () => {
    const signature = /<ds:Signature.*<\/ds:Signature>/.exec(sign(responseXml(), idp))?.[0]
    const xml = signedInside().replace('</saml:EncryptedAssertion>', `${signature}</saml:EncryptedAssertion>`)
    expect(gist(judge(xml)).rootCauses).toEqual(['saml.signature.misplaced'])
  })

  test('a name inside the signature, which nothing covers, is not opened', () => {
    const part = encrypt(soundMessage.nameId, { to: sp.publicKey, cipher: 'aes128-cbc' })
    const hidden = `<saml:Subject><saml:EncryptedID>${part}</saml:EncryptedID></saml:Subject>`
    const xml = sign(responseXml(), idp).replace('<ds:KeyInfo>', `<ds:KeyInfo>${hidden}`)
    const codes = judge(xml, [sp], strict).findings.map(({ code }) => code)
    expect(codes).not.toContain('saml.encryption')
  })

  test('the ID of the signed assertion again outside', () => {
    const xml = signedInside().replace(
      '<samlp:Status>',
      '<samlp:Extensions><x:x xmlns:x="urn:x" ID="_assertion1"/></samlp:Extensions><samlp:Status>',
    )
    expect(gist(judge(xml)).rootCauses).toEqual(['saml.structure.identifier-shared'])
  })
})
