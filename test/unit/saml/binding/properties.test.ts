import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BindingRefused } from '#main/saml/binding/binding-refused.ts'
import { decodePost, encodePost } from '#main/saml/binding/post-binding.ts'
import { decodeRedirect, encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { verifyQuery } from '#main/saml/binding/redirect-signature.ts'
import { decodeStrictBase64 } from '#main/saml/binding/strict-base64.ts'
import { parseSamlTime } from '#main/saml/element/saml-time.ts'

/** Any text that UTF-8 can carry. */
const text = fc.string({ unit: 'binary', minLength: 1 }).map((each) => each.toWellFormed())
const spaces = fc.constantFrom('', ' ', '\n', '\r\n', '\t')
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const utf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

describe('Base64', () => {
  test('any bytes, with white space anywhere, come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), spaces, fc.nat(), (bytes, space, place) => {
        const encoded = Buffer.from(bytes).toString('base64')
        const index = place % (encoded.length + 1)
        const spaced = `${space}${encoded.slice(0, index)}${space}${encoded.slice(index)}${space}`
        expect([...decodeStrictBase64(spaced)]).toEqual([...bytes])
      }),
    )
  })

  test('one character that is none of its own is refused', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1 }),
        fc.nat(),
        fc.string({ unit: 'binary', minLength: 1 }),
        (bytes, place, put) => {
          fc.pre(/[^A-Za-z0-9+/=\t\n\r ]/.test(put))
          const encoded = Buffer.from(bytes).toString('base64')
          const index = place % (encoded.length + 1)
          expect(() => decodeStrictBase64(encoded.slice(0, index) + put + encoded.slice(index))).toThrow(BindingRefused)
        },
      ),
    )
  })

  test('what decodes at all encodes to the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AQgw+/=') }), (field) => {
        let bytes: Uint8Array
        try {
          bytes = decodeStrictBase64(field)
        } catch (error) {
          expect(error).toBeInstanceOf(BindingRefused)
          return
        }
        const length = Math.floor((field.replace(/=+$/, '').length * 3) / 4)
        expect(bytes.length).toBe(length)
      }),
    )
  })
})

describe('the bindings', () => {
  test('any message comes back from a form field', () => {
    fc.assert(fc.property(text, (xml) => void expect(utf8(decodePost(encodePost(xml)))).toBe(xml)))
  })

  test('any message and state come back from an address, signed or not', () => {
    const state = fc.option(fc.string({ unit: 'binary' }).map((each) => each.toWellFormed()))
    const kind = fc.constantFrom('SAMLRequest', 'SAMLResponse')
    const destination = fc.constantFrom(
      'https://idp.example/sso',
      'https://idp.example/sso?tenant=7',
      'https://a.b/c#d',
    )
    fc.assert(
      fc.property(text, state, kind, destination, fc.boolean(), (xml, relayState, as, to, isSigned) => {
        const signWith = isSigned ? ({ key: key.privateKey, hash: 'sha256' } as const) : undefined
        const url = encodeRedirect({ destination: to, kind: as, xml, relayState, signWith })
        const query = new URL(url).search
        const decoded = decodeRedirect(query)
        expect([decoded.kind, utf8(decoded.xml), decoded.relayState]).toEqual([as, xml, relayState])
        const { signature } = decoded
        expect(signature !== null).toBe(isSigned)
        if (signature === null) return
        expect(verifyQuery(signature.signedQuery, signature.method, signature.value, key.publicKey)).toBe(true)
        const other = `${signature.signedQuery.slice(0, -1)}${signature.signedQuery.endsWith('a') ? 'b' : 'a'}`
        expect(verifyQuery(other, signature.method, signature.value, key.publicKey)).toBe(false)
      }),
    )
  })

  test('whatever stands in an address or a field, it is read or refused', () => {
    const piece = fc.constantFrom(
      'SAMLRequest=',
      'SAMLResponse=',
      'RelayState=',
      'SigAlg=',
      'Signature=',
      '&',
      '%',
      '+',
      'a',
      '%C3',
      '=',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        for (const read of [decodeRedirect, decodePost]) {
          try {
            read(pieces.join(''))
          } catch (error) {
            expect(error).toBeInstanceOf(BindingRefused)
          }
        }
      }),
    )
  })
})

describe('times', () => {
  test('every instant comes back from what is written', () => {
    const instants = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2999-12-31T23:59:59Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (instant) => void expect(parseSamlTime(instant.toISOString())).toBe(instant.getTime())),
    )
  })

  test('whatever is written, it is an instant or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-:TZ.+ ') }), (written) => {
        const time = parseSamlTime(written)
        expect(time === undefined || Number.isFinite(time)).toBe(true)
      }),
    )
  })
})
