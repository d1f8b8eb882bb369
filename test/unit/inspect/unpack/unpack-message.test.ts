import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unpackMessage } from '#main/inspect/unpack/unpack-message.ts'

const LIMIT = 10_000
const xml = '<?xml version="1.0"?><samlp:Response ID="_é"/>'
const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64')
const unpack = (input: string | Uint8Array) => {
  const { bytes: found, wrappings } = unpackMessage(typeof input === 'string' ? bytes(input) : input, LIMIT)
  return [Buffer.from(found).toString(), wrappings.join(' ')]
}
const plusses = '<a>>>>>~~~~???>>></a>'

describe('the XML in', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['XML', xml, ''],
    ['Base64', base64(xml), 'base64'],
    ['Base64 in lines', base64(xml).replace(/.{20}/g, '$&\r\n '), 'base64'],
    ['Base64 without padding', base64(xml).replace(/=+$/, ''), 'base64'],
    ['Base64 in the URL alphabet', Buffer.from(xml).toString('base64url'), 'base64'],
    ['Base64 twice', base64(base64(xml)), 'base64 base64'],
    ['URL-encoded XML', encodeURIComponent(xml), 'url-encoded'],
    ['URL-encoded Base64', encodeURIComponent(base64(xml)), 'url-encoded base64'],
    ['deflated Base64', base64(deflateRawSync(xml)), 'base64 deflated'],
    ['zlib', deflateSync(xml), 'deflated'],
    ['gzip', gzipSync(xml), 'deflated'],
    ['a form body', `SAMLResponse=${encodeURIComponent(base64(xml))}&RelayState=a%20b`, 'form base64'],
    ['a form body, message last', `RelayState=a&SAMLResponse=${encodeURIComponent(base64(xml))}\n`, 'form base64'],
    [
      'a request as a query',
      `?SAMLRequest=${encodeURIComponent(base64(deflateRawSync(xml)))}&SigAlg=x`,
      'form base64 deflated',
    ],
    ['an address', `https://a.example/acs?x=1&SAMLResponse=${encodeURIComponent(base64(xml))}#top`, 'form base64'],
    [
      'an HTTP request',
      `POST /acs HTTP/1.1\r\nHost: a\r\n\r\nSAMLResponse=${encodeURIComponent(base64(xml))}`,
      'form base64',
    ],
  ])('%s', (_name, input, wrappings) => expect(unpack(input)).toEqual([xml, wrappings]))

  test('a byte order mark and white space around it stay with XML, and go with an encoding', () => {
    expect(unpack(`\uFEFF \n${xml}`)).toEqual([`\uFEFF \n${xml}`, ''])
    expect(unpack(`\uFEFF ${base64(xml)} \n`)).toEqual([xml, 'base64'])
  })

  test('a plus sign in a form body is a digit of Base64', () => {
    expect(base64(plusses)).toContain('+')
    expect(unpack(`SAMLResponse=${base64(plusses)}`)).toEqual([plusses, 'form base64'])
  })

  test('UTF-16 is left to the judge', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x3c, 0x00])
    expect(unpackMessage(utf16, LIMIT).bytes).toBe(utf16)
  })
})

describe('what holds no XML comes back as it was given', () => {
  test.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['words', 'hello there'],
    ['Base64 of words', base64('hello there')],
    ['a broken escape', 'SAMLResponse=%3'],
    ['an empty field', 'SAMLResponse='],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1])],
    ['XML that is wrapped too often', Array.from({ length: 7 }).reduce<string>((inner) => base64(inner), xml)],
  ])('%s', (_name, input) => {
    const given = typeof input === 'string' ? bytes(input) : input
    expect(unpackMessage(given, LIMIT)).toEqual({ bytes: given, wrappings: [] })
  })

  test('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (input) => unpackMessage(input, LIMIT).bytes.length >= 0))
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (input) => unpackMessage(bytes(input), LIMIT).bytes.length >= 0),
    )
  })
})

test('nothing is inflated beyond the limit: one byte more comes back', () => {
  const bomb = deflateRawSync(Buffer.alloc(50_000_000, '<'))
  for (const input of [bomb, bytes(base64(bomb)), bytes(`SAMLResponse=${encodeURIComponent(base64(bomb))}`)]) {
    expect(unpackMessage(input, LIMIT).bytes).toHaveLength(LIMIT + 1)
  }
})
