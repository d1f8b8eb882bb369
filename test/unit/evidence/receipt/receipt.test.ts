import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#main/evidence/receipt/canonical-json.ts'
import { receiptBody } from '#main/evidence/receipt/receipt-body.ts'
import { receiptKeyId } from '#main/evidence/receipt/receipt-key-id.ts'
import { signReceipt } from '#main/evidence/receipt/sign-receipt.ts'
import { verifyReceipt } from '#main/evidence/receipt/verify-receipt.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { Receipt, ReceiptBody } from '#shared/model/receipt.ts'

const keys = generateKeyPairSync('ed25519')
const others = generateKeyPairSync('ed25519')
const body: ReceiptBody = {
  configurationSha256: 'a'.repeat(64),
  verdict: 'rejected',
  codes: ['saml.audience.mismatch', 'saml.signature.known'],
  messageSha256: 'b'.repeat(64),
  testedAt: '2026-11-22T08:00:00.000Z',
  keyId: receiptKeyId(keys.publicKey),
}
const receipt = signReceipt(body, keys.privateKey)

test('a receipt verifies with its key, also after a journey as JSON', () => {
  expect(verifyReceipt(receipt, keys.publicKey)).toBe(true)
  expect(verifyReceipt(JSON.parse(JSON.stringify(receipt)), keys.publicKey)).toBe(true)
})

test('the key is named by 16 digits of the SHA-256 of its SubjectPublicKeyInfo, from either half', () => {
  const spki = keys.publicKey.export({ type: 'spki', format: 'der' })
  expect(receiptKeyId(keys.publicKey)).toBe(createHash('sha256').update(spki).digest('hex').slice(0, 16))
  expect(receiptKeyId(keys.privateKey)).toBe(receiptKeyId(keys.publicKey))
})

describe('what refutes a receipt', () => {
  const changes: { [Member in keyof Receipt]: Receipt[Member][] } = {
    configurationSha256: ['c'.repeat(64)],
    verdict: ['accepted', 'undecided'],
    codes: [[], ['saml.audience.mismatch'], ['saml.signature.known', 'saml.audience.mismatch'], [...body.codes, 'x']],
    messageSha256: ['c'.repeat(64)],
    testedAt: ['2026-11-22T08:00:00.001Z', '2026-11-22T08:00:00Z'],
    keyId: [receiptKeyId(others.publicKey), ''],
    signature: ['', 'A', `${receipt.signature}A`, `${receipt.signature}=`, ` ${receipt.signature}`, 'A'.repeat(86)],
  }
  const cases = Object.entries(changes).flatMap(([member, values]) => values.map((value) => [member, value] as const))
  test.each(cases)('%s changed to %j', (member, value) => {
    expect(verifyReceipt({ ...receipt, [member]: value }, keys.publicKey)).toBe(false)
  })

  test.each(Object.keys(receipt))('%s left out', (member) => {
    const rest = Object.fromEntries(Object.entries(receipt).filter(([name]) => name !== member))
    expect(verifyReceipt(rest, keys.publicKey)).toBe(false)
  })

  test('a member added', () => expect(verifyReceipt({ ...receipt, more: 1 }, keys.publicKey)).toBe(false))

  test('another key, also one that names itself', () => {
    expect(verifyReceipt(receipt, others.publicKey)).toBe(false)
    expect(verifyReceipt({ ...receipt, keyId: receiptKeyId(others.publicKey) }, others.publicKey)).toBe(false)
    const forged = sign(null, Buffer.from(canonicalJson(body)), others.privateKey).toString('base64url')
    expect(verifyReceipt({ ...body, signature: forged }, keys.publicKey)).toBe(false)
  })

  test('a signature under a name that is not the key’s', () => {
    const misnamed = { ...body, keyId: receiptKeyId(others.publicKey) }
    const signature = sign(null, Buffer.from(canonicalJson(misnamed)), keys.privateKey).toString('base64url')
    expect(verifyReceipt({ ...misnamed, signature }, keys.publicKey)).toBe(false)
  })

  test.each([[undefined], [null], ['receipt'], [[]], [{}]])('something else: %j', (value) => {
    expect(verifyReceipt(value, keys.publicKey)).toBe(false)
  })

  test('a key of another kind', () => {
    expect(verifyReceipt(receipt, generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)).toBe(false)
  })
})

test('only the key that the body names signs it, and only Ed25519', () => {
  expect(() => signReceipt(body, others.privateKey)).toThrow(TypeError)
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  expect(() => signReceipt({ ...body, keyId: receiptKeyId(ec.publicKey) }, ec.privateKey)).toThrow(TypeError)
})

test('the body says verdict, the codes that did not pass once each, and what was judged', () => {
  const finding = (code: string, severity: Finding['severity']): Finding => ({
    code,
    severity,
    title: '',
    detail: '',
    rootCause: false,
    owner: 'idp-admin',
  })
  const findings = [finding('a', 'passed'), finding('b', 'error'), finding('b', 'error'), finding('c', 'not-verified')]
  const judgement = { verdict: 'rejected', identity: null, findings, signatures: [], timing: {} } as const
  const tested = {
    configurationSha256: 'a'.repeat(64),
    judgement: { ...judgement, signatures: [] },
    message: 'é',
    testedAt: new Date('2026-11-22T09:00:00+01:00'),
  }
  expect(receiptBody(tested, keys.privateKey)).toEqual({
    configurationSha256: 'a'.repeat(64),
    verdict: 'rejected',
    codes: ['b', 'c'],
    messageSha256: createHash('sha256')
      .update(new Uint8Array([0xc3, 0xa9]))
      .digest('hex'),
    testedAt: '2026-11-22T08:00:00.000Z',
    keyId: receiptKeyId(keys.publicKey),
  })
})
