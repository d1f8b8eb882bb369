import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspect } from '#main/inspect/inspect.ts'
import { nothingKnown } from '#main/inspect/inspection-context.ts'
import { Inspection } from '#shared/model/inspection.ts'
import { har } from '#test/support/inspect/recording.ts'
import { NOW, responseXml } from '#test/support/saml/response-message.ts'

const jwt = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from('{"iss":"x"}').toString('base64url')}.AAAA`
const xml = responseXml()
const seeds: readonly (string | Uint8Array)[] = [
  ...[xml, Buffer.from(xml).toString('base64'), deflateRawSync(xml), gzipSync(xml), jwt],
  ...['{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}', '{"issuer":"x","authorization_endpoint":"y"}'],
  ...['-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', '-----BEGIN PRIVATE KEY-----\nMIIB\n'],
  ...[
    'https://a.example/cb?code=1&state=2#id_token=x',
    `SAMLResponse=${encodeURIComponent(Buffer.from(xml).toString('base64'))}`,
  ],
  `POST /acs HTTP/1.1\r\nHost: a\r\n\r\nSAMLResponse=PHg%2B`,
  '--x\r\nContent-Disposition: form-data; name="SAMLResponse"\r\n\r\nPHg+\r\n--x--',
  '<html><form><input name="SAMLResponse" value="PHg+"></form></html>',
  har([{ url: 'https://a.example/acs', method: 'POST', form: { SAMLResponse: 'PHg+' } }]),
  '{"requests":[{"url":"https://a.example","post":[["SAMLResponse","PHg+"]]}]}',
  Buffer.from([0x30, 0x82, 0x01, 0x00, 0x30, 0x82]),
]

interface Change {
  readonly seed: number
  readonly at: number
  readonly remove: number
  readonly insert: Uint8Array
}

const change = fc.record({
  seed: fc.nat({ max: seeds.length - 1 }),
  at: fc.nat({ max: 4_000 }),
  remove: fc.nat({ max: 40 }),
  insert: fc.uint8Array({ maxLength: 6 }),
})

function changed({ seed, at, remove, insert }: Change): Uint8Array {
  const bytes = Buffer.from(seeds[seed] ?? '')
  const place = bytes.length === 0 ? 0 : at % bytes.length
  return Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(place + remove)])
}

const stays = async (input: Uint8Array) => {
  const seen = await inspect(input, nothingKnown(NOW))
  expect(Inspection.safeParse(seen).error).toBeUndefined()
}

test('whatever it is given, it answers within its model', async () => {
  await fc.assert(
    fc.asyncProperty(change, (each) => stays(changed(each))),
    { seed: 20260601, numRuns: 600 },
  )
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), stays), { seed: 20260602, numRuns: 300 })
})

test.each<[string, string]>([
  ['many field separators', '&='.repeat(200_000)],
  ['many brackets', '['.repeat(100_000)],
  ['many input tags', `<html>${'<input name="SAMLResponse" '.repeat(50_000)}`],
  ['many comments', `${'<!-- x -->'.repeat(50_000)}x`],
  ['much white space', `${' '.repeat(1_000_000)}x`],
  ['many dashes', '-'.repeat(500_000)],
  ['many BEGINs', '-----BEGIN X'.repeat(40_000)],
  ['many escapes', '%25'.repeat(300_000)],
  ['many boundaries', '--x\r\n'.repeat(100_000)],
  ['a long word', 'A'.repeat(3_000_000)],
  ['many dots', 'abcd.'.repeat(100_000)],
  ['many attributes', `<a ${'b="c" '.repeat(100_000)}`],
  ['hexadecimal', `3082${'30'.repeat(300_000)}z`],
])('%s take no longer than reading them', async (_name, input) => {
  const before = process.cpuUsage()
  await stays(Buffer.from(input))
  // Of the processor's time, which a busy machine does not lengthen: tenths of a second where it is linear, minutes where it is not.
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(4_000)
})
