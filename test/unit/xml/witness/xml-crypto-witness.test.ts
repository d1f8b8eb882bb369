import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { descendantsOf } from '#main/xml/tree/query.ts'
import { loadSecondWitness } from '#main/xml/witness/load-second-witness.ts'
import { type Crafting, craftSignature, ENVELOPED, EXCLUSIVE, transform } from '#test/support/xml/craft-signature.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const witness = await loadSecondWitness()

const signed = (xml: string, change: Partial<Crafting> = {}) =>
  craftSignature(xml, { key: rsa.privateKey, id: 't', place: 'first', ...change })
function ask(xml: string, key = rsa.publicKey, index = 0) {
  const { root } = parseXml(xml, messageLimits)
  const signatures = [...descendantsOf(root)].filter(({ local }) => local === 'Signature')
  return witness.testify(signatures[index]!, key).kind
}
const content = '<r xmlns="urn:d" xmlns:p="urn:p"><p:a p:b="1&#10;" ID="t">é &amp; <!-- c --> <![CDATA[<]]></p:a></r>'
const listing = (prefixes: string) => ({
  transforms: `${transform(ENVELOPED)}${transform(EXCLUSIVE, `<e:InclusiveNamespaces xmlns:e="${EXCLUSIVE}" PrefixList="${prefixes}"/>`)}`,
})

describe('what holds', () => {
  test.each<[string, Partial<Crafting>]>([
    ['RSA with SHA-256', {}],
    ['RSA with SHA-512', { method: 'rsa-sha512', digest: 'sha512' }],
    ['RSA-PSS with SHA-256', { method: 'pss-sha256' }],
    ['without prefix', { prefix: '' }],
    [
      'a PrefixList',
      { ...listing('p'), digested: { method: 'exclusive', withComments: false, inclusivePrefixes: ['p'] } },
    ],
    ['another certificate in KeyInfo', { keyInfo: '<ds:KeyName>x</ds:KeyName>' }],
  ])('%s', (_name, change) => expect(ask(signed(content, change))).toBe('holds'))

  test('each of two signatures', () => {
    const both = signed(signed('<r ID="u"><a ID="t"></a></r>'), { id: 'u' })
    expect([ask(both, rsa.publicKey, 0), ask(both, rsa.publicKey, 1)]).toEqual(['holds', 'holds'])
  })

  test('what was decrypted, with the namespaces around it', () => {
    const around = parseXml('<r xmlns:p="urn:p"><x/></r>', messageLimits).root
    const inner = signed('<r xmlns:p="urn:p"><p:a ID="t"></p:a></r>').replace(/^<r[^>]*>|<\/r>$/g, '')
    const { root } = parseXml(inner, messageLimits, 'decrypted/1', around)
    const signature = [...descendantsOf(root)].find(({ local }) => local === 'Signature')!
    expect(witness.testify(signature, rsa.publicKey).kind).toBe('holds')
  })
})

describe('what does not hold', () => {
  test.each<[string, () => string]>([
    ['changed content', () => signed(content).replace('é', 'è')],
    ['a changed value', () => signed(content, { value: () => Buffer.alloc(256, 1) })],
    [
      'a changed SignedInfo',
      () => signed(content, { afterwards: (xml) => xml.replace('<ds:SignedInfo>', '<ds:SignedInfo> ') }),
    ],
  ])('%s', (_name, xml) => expect(ask(xml())).toBe('does-not-hold'))

  test('another key', () => expect(ask(signed(content), other.publicKey)).toBe('does-not-hold'))
})

describe('what it cannot say', () => {
  test.each<[string, () => string]>([
    ['SHA-384', () => signed(content, { digest: 'sha384' })],
    ['RSA with SHA-384', () => signed(content, { method: 'rsa-sha384' })],
    ['#default in a PrefixList', () => signed(content, listing('#default'))],
    ['a line separator', () => signed(content.replace('é', '\u2028'))],
    ['a next-line character', () => signed(content.replace('é', '\u0085'))],
    ['a replacement character', () => signed(content.replace('é', '\ufffd'))],
    ['a character beyond the basic plane', () => signed(content.replace('é', '😀'))],
    [
      'prefixes that people sort otherwise',
      () => signed('<r><a xmlns:bA="u" xmlns:ba="v" bA:x="" ba:x="" ID="t"></a></r>'),
    ],
    ['namespaces that begin alike', () => signed('<r><a xmlns:p="u:ab" xmlns:q="u:a" p:c="" q:bd="" ID="t"></a></r>')],
    ['an attribute called xmlnsx', () => signed('<r><a xmlnsx="" ID="t"></a></r>')],
    ['a value in CDATA', () => signed(content).replace(/(<ds:SignatureValue>)([^<]*)/, '$1<![CDATA[$2]]>')],
    [
      'SignedInfo canonicalised inclusively',
      () =>
        signed(content, {
          canonicalization: {
            uri: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
            how: { method: 'inclusive', withComments: false, inclusivePrefixes: [] },
          },
        }),
    ],
  ])('%s', (_name, xml) => expect(ask(xml())).toBe('cannot-say'))

  test('ECDSA', () => {
    expect(ask(signed(content, { key: elliptic.privateKey, method: 'ecdsa-sha256' }), elliptic.publicKey)).toBe(
      'cannot-say',
    )
  })
})

test('its parser complains to nobody', () => {
  const spies = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
  ask(signed(content.replace('é', '\ufffd')))
  for (const spy of spies) expect(spy).not.toHaveBeenCalled()
})
