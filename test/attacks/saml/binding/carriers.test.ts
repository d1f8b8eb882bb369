import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type BindingRefusal, BindingRefused } from '#main/saml/binding/binding-refused.ts'
import { decodePost, encodePost } from '#main/saml/binding/post-binding.ts'
import { decodeRedirect, encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { responseXml } from '#test/support/saml/response-message.ts'

const MOST_MILLISECONDS = 1_000

function outcome(decode: () => unknown): BindingRefusal | 'accepted' {
  const before = process.cpuUsage()
  try {
    decode()
    return 'accepted'
  } catch (error) {
    if (error instanceof BindingRefused) return error.reason
    throw error
  } finally {
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(MOST_MILLISECONDS)
  }
}

const sound = () => encodePost(responseXml())
const encoded = (bytes: Buffer) => bytes.toString('base64')

test('but for what is broken the form field is sound', () =>
  expect(outcome(() => decodePost(sound()))).toBe('accepted'))

/** Row B1. */
test.each<[string, () => string, BindingRefusal]>([
  ['nothing', () => '', 'empty'],
  ['XML in the clear', () => responseXml(), 'not-base64'],
  ['a character that is no Base64', () => sound().replace('P', '-'), 'not-base64'],
  ['Base64 of an address', () => `${sound().slice(0, 40)}-_${sound().slice(42)}`, 'not-base64'],
  ['a comma in the middle', () => `${sound().slice(0, 40)},${sound().slice(40)}`, 'not-base64'],
  ['a NUL byte behind', () => `${sound()}\u0000`, 'not-base64'],
  ['a NUL byte in the middle', () => `${sound().slice(0, 40)}\u0000${sound().slice(40)}`, 'not-base64'],
  ['padding in the middle', () => `${encodePost('<a>')}=${encodePost('</a>')}`, 'not-base64'],
  ['padding taken away', () => encodePost('<a/>').replace(/=+$/, ''), 'not-base64'],
  ['one padding too many', () => `${encodePost('<a/>')}=`, 'not-base64'],
  ['a no-break space', () => `${sound()}\u00a0`, 'not-base64'],
  ['a vertical tab', () => `${sound()}\u000b`, 'not-base64'],
  ['a byte order mark', () => `\ufeff${sound()}`, 'not-base64'],
  ['full-width letters', () => sound().replace('P', '\uff30'), 'not-base64'],
  ['URL-encoded once more', () => encodeURIComponent(`${sound().slice(0, -4)}AA==`), 'not-base64'],
  ['a data URL', () => `data:text/xml;base64,${sound()}`, 'not-base64'],
  ['a megabyte and more', () => encoded(Buffer.alloc(1_048_577)), 'too-large'],
  ['white space without end', () => ' '.repeat(3_000_000), 'too-large'],
  ['two million characters, the last of which is none', () => `${'A'.repeat(2_000_000)}!`, 'not-base64'],
])('a form field: %s', (_name, field, reason) => expect(outcome(() => decodePost(field()))).toBe(reason))

const carried = (value: string) => `SAMLResponse=${encodeURIComponent(value)}`
const query = () =>
  new URL(
    encodeRedirect({ destination: 'https://a.example/', kind: 'SAMLResponse', xml: responseXml(), relayState: 'x' }),
  ).search

test('but for what is broken the address is sound', () =>
  expect(outcome(() => decodeRedirect(query()))).toBe('accepted'))

const bomb = (megabytes: number) => deflateRawSync(Buffer.alloc(megabytes * 1_048_576, 0x20), { level: 9 })

/** Rows B1 and G2: CVE-2025-25293, CVE-2023-28119, CVE-2026-2575. */
test.each<[string, () => string, BindingRefusal]>([
  ['a bomb of two megabytes', () => carried(encoded(bomb(2))), 'too-large'],
  ['a bomb of two hundred megabytes', () => carried(encoded(bomb(200))), 'too-large'],
  ['one byte more than a megabyte', () => carried(encoded(deflateRawSync(Buffer.alloc(1_048_577)))), 'too-large'],
  ['a zlib header', () => carried(encoded(deflateSync(responseXml()))), 'not-deflated'],
  ['gzip', () => carried(encoded(gzipSync(responseXml()))), 'not-deflated'],
  ['not deflated', () => carried(sound()), 'not-deflated'],
  ['cut short', () => carried(encoded(deflateRawSync(responseXml()).subarray(0, -8))), 'not-deflated'],
  ['a block of an unknown kind', () => carried(encoded(Buffer.from([0x07, 0, 0]))), 'not-deflated'],
  ['the message twice', () => `${query()}&${carried(encoded(deflateRawSync('<a/>')))}`, 'parameter-repeated'],
  ['a request and a response', () => `${query()}&SAMLRequest=AAAA`, 'parameter-repeated'],
  ['two RelayStates', () => `${query()}&RelayState=y`, 'parameter-repeated'],
  ['two signatures', () => `${query()}&Signature=AAAA&Signature=BBBB`, 'parameter-repeated'],
  ['two algorithms', () => `${query()}&SigAlg=a&SigAlg=b`, 'parameter-repeated'],
  ['an encoding nobody knows', () => `${query()}&SAMLEncoding=urn:x`, 'encoding-unknown'],
  ['broken percent signs', () => 'SAMLResponse=%zz', 'not-url-encoded'],
  ['bytes that are no UTF-8', () => 'SAMLResponse=%ff%fe', 'not-url-encoded'],
  ['a name in percent signs', () => query().replace('SAMLResponse', '%53AMLResponse'), 'message-missing'],
  ['a name in other letters', () => query().replace('SAMLResponse', 'samlresponse'), 'message-missing'],
  ['no message', () => 'RelayState=x', 'message-missing'],
])('an address: %s', (_name, address, reason) => expect(outcome(() => decodeRedirect(address()))).toBe(reason))

/** Some deflaters leave their checksum there. The signature of an address covers it all the same. */
test('what lies behind the deflated message is not read', () => {
  const trailing = Buffer.concat([deflateRawSync('<a/>'), Buffer.from('<b/>')])
  expect(new TextDecoder().decode(decodeRedirect(carried(encoded(trailing))).xml)).toBe('<a/>')
})
