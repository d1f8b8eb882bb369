import { createPublicKey } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Inspection } from '#shared/model/inspection.ts'
import { type BuiltCli, buildCli, type RunOptions } from '#test/support/cli/built-cli.ts'
import { type MessageFiles, messageFiles } from '#test/support/cli/message-files.ts'
import { har, noise } from '#test/support/inspect/recording.ts'
import { serve } from '#test/support/net/loopback.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { expectJunit } from '#test/support/reports/junit-schema.ts'
import { expectSarif } from '#test/support/reports/sarif-schema.ts'
import { ACS, assertionXml, responseXml, sign } from '#test/support/saml/response-message.ts'
import { encryptedAssertion } from '#test/support/xml/encrypt.ts'

const now = ['--at', '2026-06-01T12:00:00Z']
let cli: BuiltCli
let files: MessageFiles
let idp: SigningIdentity
let response: string

beforeAll(async () => {
  ;[cli, files, idp] = await Promise.all([buildCli(), messageFiles(), makeSigningIdentity()])
  response = sign(responseXml(), idp)
})
afterAll(() => Promise.all([cli.remove(), files.remove()]))

async function json(words: readonly string[], options?: RunOptions) {
  const { code, out, notes } = await cli.run(['inspect', ...words, ...now, '--format', 'json'], options)
  return { code, notes, seen: Inspection.parse(JSON.parse(out)) }
}

test('a wrapped response is recognised, decoded and judged as far as it goes', async () => {
  const input = `SAMLResponse=${encodeURIComponent(Buffer.from(deflateRawSync(response)).toString('base64'))}&RelayState=x`
  const { code, notes, seen } = await json(['-'], { input })
  expect({ code, notes }).toEqual({ code: 0, notes: '' })
  expect(seen).toMatchObject({ kind: 'saml-response', verdict: 'recognised', judgement: { verdict: 'undecided' } })
  expect(seen.text?.content).toBe(response)
})

test('--sp-key opens what is encrypted, on this machine', async () => {
  const ours = await makeSigningIdentity()
  const sealed = encryptedAssertion(sign(assertionXml(), idp), { to: createPublicKey(ours.privateKey) })
  const path = await files.write('sealed.xml', responseXml({}, sealed))
  const key = await files.write('sp.key', ours.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const { seen } = await json([path, '--sp-key', key])
  expect(seen.parts).toMatchObject([{ kind: 'saml-assertion', place: 'decrypted/1' }])
})

describe('addresses', () => {
  test('one with a message in it is decoded, not fetched', async () => {
    const { code, seen } = await json(['https://app.invalid/cb?error=access_denied&error_description=no'])
    expect({ code, kind: seen.kind }).toEqual({ code: 1, kind: 'authorization-response' })
  })

  test('any other is fetched', async () => {
    const address = await serve((_request, answer) => answer.end('{"issuer":"https://op.example","jwks_uri":"x"}'))
    const { seen } = await json([`${address}/.well-known/openid-configuration`])
    expect(seen).toMatchObject({ kind: 'oidc-discovery', judgement: { by: 'discovery' } })
  })
})

test.each<[string, string | Uint8Array, string]>([
  ['nothing', '', 'empty'],
  ['text', 'hello', 'text'],
  ['binary', new Uint8Array([0, 255, 1]), 'binary'],
  ['a DOCTYPE', '<!DOCTYPE a><a/>', 'other-xml'],
  ['what inflates to 100 MB', deflateRawSync(Buffer.alloc(100_000_000, ' ')), 'too-large'],
])('%s is answered in JSON, with exit code 1', async (_name, input, kind) => {
  const { code, seen } = await json(['-'], { input })
  expect({ code, kind: seen.kind }).toEqual({ code: 1, kind })
})

test('a private key is said loudly and never printed', async () => {
  const pem = String(idp.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const key = await files.write('idp.key', pem)
  for (const format of ['human', 'json', 'sarif', 'junit']) {
    const { code, out, notes } = await cli.run(['inspect', key, '--format', format])
    expect(code).toBe(1)
    expect(out + notes).not.toContain(pem.split('\n')[9])
    expect(out).toMatch(/private key/i)
  }
})

test('a folder makes an array, SARIF and JUnit within their schemas', async () => {
  const one = await files.write('one.xml', response)
  const two = await files.write('two.txt', 'hello')
  const { code, out } = await cli.run(['inspect', one, two, ...now, '--format', 'json'])
  expect(code).toBe(1)
  expect(
    Inspection.array()
      .parse(JSON.parse(out))
      .map(({ kind }) => kind),
  ).toEqual(['saml-response', 'text'])
  expectSarif(JSON.parse((await cli.run(['inspect', one, two, ...now, '--format', 'sarif'])).out))
  expectJunit((await cli.run(['inspect', one, two, ...now, '--format', 'junit'])).out)
})

test('reports for other tools list what was found in the messages of a recording', async () => {
  const form = { SAMLResponse: Buffer.from(response).toString('base64') }
  const path = await files.write('late.har', har([{ url: ACS, method: 'POST', form }]))
  const { code, out } = await cli.run(['inspect', path, '--at', '2026-06-01T14:00:00Z', '--format', 'sarif'])
  expect(code).toBe(1)
  expect(out).toContain('saml.not-on-or-after.expired')
})

test('people read the steps of a recording, and nothing raw', async () => {
  const form = { SAMLResponse: Buffer.from(response).toString('base64'), RelayState: 'a\u009bb' }
  const path = await files.write('sign-in.har', har([...noise(20_000), { url: ACS, method: 'POST', form }]))
  const { code, out } = await cli.run(['inspect', path, ...now])
  expect(code).toBe(0)
  expect(out).toMatch(/^✓ Recognised: Browser recording \(HAR\) {2}\S+sign-in\.har\n/)
  expect(out).toMatch(/POST {4}200 {2}https:\/\/app\.customer\.example\/saml\/acs\n +✓ SAML response/)
  expect(out).not.toContain('\u009b')
  expect(out.split('\n').every((line) => line.length <= 80)).toBe(true)
})

test('wrong usage is exit code 2', async () => {
  for (const words of [[], ['/nowhere'], ['-', '--sp-key', '/nowhere'], ['-', '--format', 'yaml']])
    expect(await cli.run(['inspect', ...words])).toMatchObject({ code: 2, out: '' })
})
