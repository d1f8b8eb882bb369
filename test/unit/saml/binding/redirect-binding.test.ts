import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { generateKeyPair } from '#main/pki/key-pair/generate-key-pair.ts'
import { BindingRefused } from '#main/saml/binding/binding-refused.ts'
import { decodeRedirect, encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { verifyQuery } from '#main/saml/binding/redirect-signature.ts'

const message = { destination: 'https://idp.example.com/sso', kind: 'SAMLRequest', xml: '<a>é</a>' } as const
const queryOf = (url: string) => new URL(url).search
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const deflated = (xml: string) => encodeURIComponent(deflateRawSync(xml).toString('base64'))

describe('there and back', () => {
  test.each([null, '', 'plain', 'a&b=c d+é/?#%'])('RelayState %j', (relayState) => {
    const decoded = decodeRedirect(queryOf(encodeRedirect({ ...message, relayState })))
    expect({ ...decoded, xml: text(decoded.xml) }).toEqual({
      kind: 'SAMLRequest',
      xml: '<a>é</a>',
      relayState,
      signature: null,
    })
  })

  test('an endpoint keeps its own query and fragment', () => {
    const url = new URL(encodeRedirect({ ...message, destination: 'https://idp.example.com/?t=1#x', relayState: 'r' }))
    expect([...url.searchParams.keys()]).toEqual(['t', 'SAMLRequest', 'RelayState'])
    expect(url.hash).toBe('#x')
    expect(text(decodeRedirect(url.search).xml)).toBe('<a>é</a>')
  })
})

describe.each(['rsa-2048', 'ec-p256'] as const)('signed with %s', (kind) => {
  test.each(['sha256', 'sha512'] as const)('%s over the exact octets, in the prescribed order', async (hash) => {
    const { privateKey, publicKey } = await generateKeyPair(kind)
    const url = encodeRedirect({ ...message, relayState: 'a b', signWith: { key: privateKey, hash } })
    const { signature } = decodeRedirect(queryOf(url))
    const { method, value, signedQuery } = signature!
    expect(signedQuery).toMatch(/^SAMLRequest=[^&]+&RelayState=a%20b&SigAlg=[^&]+$/)
    expect(verifyQuery(signedQuery, method, value, publicKey)).toBe(true)
    expect(verifyQuery(signedQuery.replace('a%20b', 'a%20c'), method, value, publicKey)).toBe(false)
    expect(verifyQuery(signedQuery, method, value, (await generateKeyPair(kind)).publicKey)).toBe(false)
    expect(verifyQuery(signedQuery, 'http://www.w3.org/2000/09/xmldsig#rsa-sha1', value, publicKey)).toBeUndefined()
  })
})

test('the signed octets are those received, whatever their order and way of encoding', () => {
  const query = `?Signature=AAAA&SigAlg=urn%3a%61&x=1&RelayState=%7ea+b&SAMLRequest=${deflated('<a/>')}`
  expect(decodeRedirect(query)).toMatchObject({
    relayState: '~a b',
    signature: {
      method: 'urn:a',
      value: new Uint8Array(3),
      signedQuery: `SAMLRequest=${deflated('<a/>')}&RelayState=%7ea+b&SigAlg=urn%3a%61`,
    },
  })
})

test('a signature given by half is there and empty, not absent', () => {
  expect(decodeRedirect(`SAMLRequest=${deflated('<a/>')}&SigAlg=x`).signature).toMatchObject({ method: 'x' })
  expect(decodeRedirect(`SAMLRequest=${deflated('<a/>')}&Signature=AAAA`).signature).toMatchObject({ method: '' })
})

test.each(['rsa-2048', 'ec-p256'] as const)('a garbled value verifies nothing (%s)', async (kind) => {
  const { publicKey } = await generateKeyPair(kind)
  const method = `http://www.w3.org/2001/04/xmldsig-more#${kind.startsWith('ec') ? 'ecdsa' : 'rsa'}-sha256`
  const query = `SAMLRequest=${deflated('<a/>')}&SigAlg=${encodeURIComponent(method)}&Signature=***`
  const { signedQuery, value } = decodeRedirect(query).signature!
  expect(verifyQuery(signedQuery, method, value, publicKey)).toBe(false)
})

describe('what is refused', () => {
  test.each([
    ['no message', 'RelayState=x', 'message-missing'],
    ['an empty one', 'SAMLRequest=', 'empty'],
    ['not Base64', 'SAMLRequest=%3Ca%3E', 'not-base64'],
    ['not deflated', `SAMLRequest=${encodeURIComponent(Buffer.from('<a/>').toString('base64'))}`, 'not-deflated'],
    ['broken percent signs', 'SAMLRequest=%E0%A4%A', 'not-url-encoded'],
    ['the message twice', `SAMLRequest=${deflated('<a/>')}&SAMLRequest=${deflated('<b/>')}`, 'parameter-repeated'],
    ['RelayState twice', `SAMLRequest=${deflated('<a/>')}&RelayState=a&RelayState=b`, 'parameter-repeated'],
    ['request and response', `SAMLRequest=${deflated('<a/>')}&SAMLResponse=${deflated('<a/>')}`, 'parameter-repeated'],
    ['another encoding', `SAMLRequest=${deflated('<a/>')}&SAMLEncoding=urn:x`, 'encoding-unknown'],
    ['a deflate bomb', `SAMLRequest=${deflated(' '.repeat(50_000_000))}`, 'too-large'],
  ])('%s', (_name, query, reason) => {
    expect(() => decodeRedirect(query)).toThrow(new BindingRefused(reason as 'empty'))
  })
})
