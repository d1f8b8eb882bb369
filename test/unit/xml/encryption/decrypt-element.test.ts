import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { decryptElement } from '#main/xml/encryption/decrypt-element.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { encrypt } from '#test/support/xml/encrypt.ts'

const [ours, other] = [
  generateKeyPairSync('rsa', { modulusLength: 2048 }),
  generateKeyPairSync('rsa', { modulusLength: 2048 }),
]
const container = (content: string) =>
  parseXml(
    `<Container>${encrypt(content, { to: ours.publicKey, cipher: 'aes128-cbc', transport: { scheme: 'rsa-1_5' } })}</Container>`,
    messageLimits,
  ).root

// What a wrong key makes of RSAES-PKCS1-v1_5 looks well padded once in sixteen: in a hundred, all but surely.
const manyContainers = Array.from({ length: 100 }, () => container('<Name>Ada Lovelace, Countess of Lovelace</Name>'))

test('a wrong key is told as one, also where its substitute happens to be well padded', () => {
  const outcomes = manyContainers.map((each) => decryptElement(each, [other.privateKey], messageLimits, 'decrypted/1'))
  expect(new Set(outcomes.map((each) => each.kind === 'failed' && each.failure))).toEqual(new Set(['wrong-key']))
})

test('the right one is found behind a wrong one', () => {
  const keys = [other.privateKey, ours.privateKey]
  const outcomes = manyContainers.map((each) => decryptElement(each, keys, messageLimits, 'decrypted/1').kind)
  expect(new Set(outcomes)).toEqual(new Set(['opened']))
})

test('what the right key opens and is no XML is told as that', () => {
  expect(decryptElement(container('no XML'), [ours.privateKey], messageLimits, 'decrypted/1')).toMatchObject({
    kind: 'failed',
    failure: 'not-xml',
  })
})
