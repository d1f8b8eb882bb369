import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeIdentityProviderMetadata } from '#main/saml/metadata/write-identity-provider-metadata.ts'
import { BINDING_REDIRECT, MD } from '#main/saml/namespaces.ts'
import { MetadataJudgement } from '#shared/model/judgement.ts'
import { type BuiltCli, buildCli, type RunOptions } from '#test/support/cli/built-cli.ts'
import { type MessageFiles, messageFiles } from '#test/support/cli/message-files.ts'
import { serve } from '#test/support/net/loopback.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'

let cli: BuiltCli
let files: MessageFiles
let xml: string
let idp: string
const now = ['--at', '2026-06-01T12:00:00Z']

beforeAll(async () => {
  const [built, folder, signer] = await Promise.all([buildCli(), messageFiles(), makeSigningIdentity()])
  cli = built
  files = folder
  xml = writeIdentityProviderMetadata({
    entityId: 'https://idp.example.com/entity',
    singleSignOnServices: [{ binding: BINDING_REDIRECT, location: 'https://idp.example.com/sso' }],
    signingCertificates: [signer.certificate.x509.raw.toString('base64')],
    wantAuthnRequestsSigned: false,
    validUntil: new Date('2026-07-01T00:00:00Z'),
  })
  idp = await files.write('idp.xml', xml)
})
afterAll(() => Promise.all([cli.remove(), files.remove()]))

async function json(words: readonly string[], options?: RunOptions) {
  const { code, out } = await cli.run(['metadata', ...words, '--format', 'json'], options)
  const judgement = MetadataJudgement.parse(JSON.parse(out))
  return { code, verdict: judgement.verdict, judgement }
}

test('usable metadata is valid', async () => {
  const { judgement, ...said } = await json([idp, ...now])
  expect(said).toEqual({ code: 0, verdict: 'valid' })
  expect(judgement.entities).toMatchObject([{ entityId: 'https://idp.example.com/entity', roles: ['idp'] }])
})

describe('each option is judged by', () => {
  test('--at', async () => {
    const { judgement, ...said } = await json([idp, '--at', '2026-08-01T00:00:00Z'])
    expect(said).toEqual({ code: 1, verdict: 'invalid' })
    expect(judgement.findings.filter(({ severity }) => severity === 'error')).toHaveLength(1)
  })

  test('--role', async () => {
    expect(await json([idp, ...now, '--role', 'idp'])).toMatchObject({ code: 0 })
    expect(await json([idp, ...now, '--role', 'sp'])).toMatchObject({ code: 1 })
  })
})

test('an aggregate with a broken entity is invalid', async () => {
  const aggregate = (...entities: string[]) =>
    `<md:EntitiesDescriptor xmlns:md="${MD}">${entities.join('')}</md:EntitiesDescriptor>`
  const other = xml.replaceAll('idp.example.com', 'other.example.com')
  expect(await json(['-', ...now], { input: aggregate(xml, other) })).toMatchObject({ code: 0, verdict: 'valid' })
  const broken = other.replace(/<md:SingleSignOnService[^>]*>/, '')
  expect(await json(['-', ...now], { input: aggregate(xml, broken) })).toMatchObject({ code: 1, verdict: 'invalid' })
})

describe('bad input is judged, in JSON, with exit code 1', () => {
  test.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['text', 'hello'],
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['binary', new Uint8Array([0, 255, 1])],
    ['a web page', '<!doctype html><html><body>Sign in</body></html>'],
    ['11 MB', ' '.repeat(11_000_000)],
  ])('%s', async (_name, input) => {
    expect(await json(['-', ...now], { input })).toMatchObject({ code: 1, verdict: 'invalid' })
  })
})

test('several files make an array, and the worst counts', async () => {
  const bad = await files.write('bad.xml', '<a/>')
  const { code, out } = await cli.run(['metadata', idp, bad, ...now, '--format', 'json'])
  expect(code).toBe(1)
  expect(
    MetadataJudgement.array()
      .parse(JSON.parse(out))
      .map(({ verdict }) => verdict),
  ).toEqual(['valid', 'invalid'])
})

describe('an address is fetched', () => {
  test('and judged', async () => {
    const url = await serve((_request, response) => response.end(xml))
    expect(await json([`${url}/metadata`, ...now])).toMatchObject({ code: 0, verdict: 'valid' })
  })

  test.each([
    [404, /nothing is there/],
    [403, /sign-in/],
    [500, /answered 500/],
  ])('a refusal with status %i is exit code 2', async (status, says) => {
    const url = await serve((_request, response) => response.writeHead(status).end(xml))
    const said = await cli.run(['metadata', url, ...now])
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.notes).toMatch(says)
  })

  test('an address that answers nothing is exit code 2', async () => {
    const said = await cli.run(['metadata', 'http://127.0.0.1:1/metadata'])
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.notes).toMatch(/Nothing answers/)
  })
})

test.each<[readonly string[], RegExp]>([
  [[], /missing required argument/],
  [['/nowhere.xml'], /does not exist/],
  [['-', '--role', 'aa'], /Allowed choices are idp, sp/],
  [['-', '--trust', '/nowhere.pem'], /unknown option/],
])('wrong usage is exit code 2: %j', async (words, says) => {
  const said = await cli.run(['metadata', ...words])
  expect(said).toMatchObject({ code: 2, out: '' })
  expect(said.notes).toMatch(says)
})
