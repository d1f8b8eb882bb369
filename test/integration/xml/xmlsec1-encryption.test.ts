import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { decryptElement } from '#main/xml/encryption/decrypt-element.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { elementChildren, textOf } from '#main/xml/tree/query.ts'
import { type Cipher, encrypt, type Transport, transportXml } from '#test/support/xml/encrypt.ts'
import { hasXmlsec1, xmlsec1Decrypt, xmlsec1Encrypt, xmlsec1KnowsOaepHashes } from '#test/support/xml/xmlsec1.ts'

const XENC = 'http://www.w3.org/2001/04/xmlenc#'
const XENC11 = 'http://www.w3.org/2009/xmlenc11#'
const DS = 'http://www.w3.org/2000/09/xmldsig#'
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })

const NAME = 'Ada ☃ & <Lovelace>'
const plain = '<p:Name xmlns:p="urn:p" a="&quot;">Ada ☃ &amp; &lt;Lovelace></p:Name>'
const around = (inside: string) => `<r:Container xmlns:r="urn:r">${inside}</r:Container>`

const ciphers: readonly (readonly [Cipher, string])[] = [
  ['aes128-cbc', 'aes-128'],
  ['aes192-cbc', 'aes-192'],
  ['aes256-cbc', 'aes-256'],
  ['aes128-gcm', 'aes-128'],
  ['aes192-gcm', 'aes-192'],
  ['aes256-gcm', 'aes-256'],
  ['tripledes-cbc', 'des-192'],
]
const transports: readonly Transport[] = [{ scheme: 'oaep-mgf1p', digest: 'sha1' }, { scheme: 'rsa-1_5' }]
const newerTransports: readonly Transport[] = [
  { scheme: 'oaep-mgf1p', digest: 'sha256' },
  { scheme: 'oaep', digest: 'sha256', mask: 'sha1' },
  { scheme: 'oaep', digest: 'sha256', mask: 'sha256' },
  { scheme: 'oaep', digest: 'sha512', mask: 'sha512' },
]

const template = (cipher: Cipher, transport: Transport) =>
  `<xenc:EncryptedData xmlns:xenc="${XENC}" xmlns:ds="${DS}" Type="${XENC}Element"><xenc:EncryptionMethod Algorithm="${cipher.endsWith('gcm') ? XENC11 : XENC}${cipher}"/><ds:KeyInfo><xenc:EncryptedKey>${transportXml(transport)}<xenc:CipherData><xenc:CipherValue/></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData><xenc:CipherValue/></xenc:CipherData></xenc:EncryptedData>`

const open = (xml: string, key = keys.privateKey) =>
  decryptElement(parseXml(xml, messageLimits).root, [key], messageLimits, 'decrypted/1')

describe.skipIf(!hasXmlsec1)('witness xmlsec1', () => {
  for (const [cipher, sessionKey] of ciphers) {
    for (const transport of transports) {
      test(`what it encrypts with ${cipher} and ${transport.scheme} opens here, with the right key`, () => {
        const xml = xmlsec1Encrypt(around(plain), template(cipher, transport), keys.publicKey, sessionKey)
        const opened = open(xml)
        if (opened.kind !== 'opened') throw new Error(opened.failure)
        const { root } = opened.document
        expect([root.name, root.namespace, textOf(root)]).toEqual(['p:Name', 'urn:p', NAME])
        expect(open(xml, other.privateKey)).toMatchObject({ kind: 'failed', failure: 'wrong-key' })
      })

      test(`what is encrypted with ${cipher} and ${transport.scheme} as our tests do opens there`, () => {
        const xml = around(encrypt(plain, { to: keys.publicKey, cipher, transport }))
        const opened = xmlsec1Decrypt(xml, keys.privateKey)
        const [name] = elementChildren(parseXml(opened ?? '', messageLimits).root)
        expect([name?.name, name && textOf(name)]).toEqual(['p:Name', NAME])
        expect(open(xml)).toMatchObject({ kind: 'opened' })
      })
    }
  }

  test.skipIf(!xmlsec1KnowsOaepHashes).each(newerTransports)(
    'by xmlsec1 1.3: what it encrypts with %o opens here, and the other way about',
    (transport) => {
      const there = xmlsec1Encrypt(around(plain), template('aes256-gcm', transport), keys.publicKey, 'aes-256')
      expect(open(there)).toMatchObject({ kind: 'opened' })
      const here = around(encrypt(plain, { to: keys.publicKey, transport }))
      expect(xmlsec1Decrypt(here, keys.privateKey)).toContain('Ada')
    },
  )

  test.each(['aes256-gcm', 'aes256-cbc'] as const)('one changed byte of %s opens with neither', (cipher) => {
    const spoil = (bytes: Buffer) =>
      Buffer.from(bytes.map((byte, index) => (index === bytes.length - 20 ? byte ^ 0xff : byte)))
    const xml = around(encrypt(plain, { to: keys.publicKey, cipher, spoil }))
    expect(open(xml).kind).toBe('failed')
    expect(xmlsec1Decrypt(xml, keys.privateKey)).toBeUndefined()
  })
})
