import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { LogoutJudgement } from '#shared/model/message-judgement.ts'
import { type BuiltCli, buildCli, type RunOptions } from '#test/support/cli/built-cli.ts'
import { type MessageFiles, messageFiles } from '#test/support/cli/message-files.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { at, IDP, sign } from '#test/support/saml/response-message.ts'
import { encrypt } from '#test/support/xml/encrypt.ts'

const SLO = 'https://app.customer.example/saml/slo'
const NOW = ['--at', '2026-06-01T12:00:00Z']
let cli: BuiltCli
let files: MessageFiles
let idp: SigningIdentity
let ours: SigningIdentity
let trust: readonly string[]

beforeAll(async () => {
  ;[cli, files, idp, ours] = await Promise.all([
    buildCli(),
    messageFiles(),
    makeSigningIdentity(),
    makeSigningIdentity(),
  ])
  trust = ['--idp-cert', await files.write('idp.pem', idp.certificate.summary.pem)]
})
afterAll(() => Promise.all([cli.remove(), files.remove()]))

const NAME = '<saml:NameID>ada@example.com</saml:NameID>'
const message = (local: string, inside: string, more = '') =>
  `<samlp:${local} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_logout1" Version="2.0" IssueInstant="${at(-2)}" Destination="${SLO}"${more}><saml:Issuer>${IDP}</saml:Issuer>${inside}</samlp:${local}>`
const request = (inside = NAME) => message('LogoutRequest', `${inside}<samlp:SessionIndex>_s1</samlp:SessionIndex>`)
const STATUS = '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>'
const answer = message('LogoutResponse', STATUS, ' InResponseTo="_ours"')
const address = (xml: string, kind: 'SAMLRequest' | 'SAMLResponse' = 'SAMLRequest') =>
  encodeRedirect({
    ...{ destination: SLO, kind, xml, relayState: 'handle' },
    signWith: { key: idp.privateKey, hash: 'sha256' },
  })

async function json(words: readonly string[], options?: RunOptions) {
  const { code, out } = await cli.run(['logout', ...words, '--format', 'json'], options)
  const { verdict, findings, logout, signatures } = LogoutJudgement.parse(JSON.parse(out))
  const rootCauses = findings.filter(({ rootCause }) => rootCause).map((finding) => finding.code)
  return { code, verdict, rootCauses, logout, signatures }
}
const accepted = { code: 0, verdict: 'accepted', rootCauses: [] }
const fromInput = (input: string, ...more: readonly string[]) => json(['-', ...NOW, ...trust, ...more], { input })

describe('the message is judged with the signature that it travelled with', () => {
  test.each<[string, () => string]>([
    ['a whole address', () => address(request())],
    ['a query', () => new URL(address(request())).search],
    ['a query without its question mark', () => new URL(address(request())).search.slice(1)],
    [
      'an HTTP request',
      () =>
        `GET ${new URL(address(request())).pathname}${new URL(address(request())).search} HTTP/1.1\r\nHost: a\r\n\r\n`,
    ],
  ])('%s', async (_name, input) => {
    const said = await fromInput(input())
    expect(said).toMatchObject({ ...accepted, signatures: [{ covers: 'query', verified: true }] })
    expect(said.logout).toMatchObject({ kind: 'LogoutRequest', nameId: 'ada@example.com', sessionIndexes: ['_s1'] })
  })

  test('a form body, whose message is signed inside', async () => {
    const field = encodeURIComponent(Buffer.from(sign(request(), idp, ['_logout1'])).toString('base64'))
    expect(await fromInput(`SAMLRequest=${field}&RelayState=x`)).toMatchObject({
      ...accepted,
      signatures: [{ covers: 'message', verified: true }],
    })
  })

  test('an address that was changed on the way', async () => {
    expect(await fromInput(address(request()).replace('RelayState=handle', 'RelayState=other'))).toMatchObject({
      code: 1,
      verdict: 'rejected',
      rootCauses: ['saml.redirect-signature.wrong-key'],
    })
  })
})

describe('each option is judged by', () => {
  test('--idp-entity-id, --acs-url, --at, --request-id', async () => {
    const judged = (...more: readonly string[]) => fromInput(address(request()), ...more)
    expect(await judged('--idp-entity-id', IDP, '--acs-url', SLO)).toMatchObject(accepted)
    expect((await judged('--idp-entity-id', 'https://other.example')).rootCauses).toEqual([
      'saml.logout.issuer.mismatch',
    ])
    expect((await judged('--acs-url', `${SLO}/`)).rootCauses).toEqual(['saml.logout.destination.mismatch'])
    expect((await judged('--at', '2026-06-01T11:00:00Z')).rootCauses).toEqual(['saml.logout.time.in-the-future'])
    const answered = (id: string) => fromInput(address(answer, 'SAMLResponse'), '--request-id', id)
    expect(await answered('_ours')).toMatchObject({ ...accepted, logout: { kind: 'LogoutResponse' } })
    expect((await answered('_other')).rootCauses).toEqual(['saml.logout.in-response-to.mismatch'])
  })

  test('--sp-key: an encrypted name', async () => {
    const key = await files.write('sp.key', ours.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const sealed = `<saml:EncryptedID>${encrypt(NAME, { to: ours.publicKey })}</saml:EncryptedID>`
    const said = await fromInput(address(request(sealed)), '--sp-key', key)
    expect(said).toMatchObject({ ...accepted, logout: { nameId: 'ada@example.com' } })
  })
})

test('without trust it is accepted, its signature not verified', async () => {
  expect(await json(['-', ...NOW], { input: address(request()) })).toMatchObject({
    ...accepted,
    signatures: [{ verified: false }],
  })
})

test.each<[string, string | Uint8Array, string]>([
  ['nothing', '', 'xml.empty'],
  ['text', 'hello', 'xml.not-well-formed'],
  ['binary', new Uint8Array([0x89, 0x50, 0, 0xff]), 'xml.not-utf-8'],
  ['a DOCTYPE', '<!DOCTYPE a><a/>', 'xml.doctype'],
  ['a garbled address', 'https://app.example/slo?SAMLRequest=%zz', 'saml.logout.encoding.unreadable'],
  [
    'a sign-in request',
    '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>',
    'saml.logout.message.other',
  ],
])('%s is judged, in JSON, with exit code 1', async (_name, input, code) => {
  expect(await json(['-', ...NOW, ...trust], { input })).toMatchObject({ code: 1, rootCauses: [code], logout: null })
})

test('wrong usage is exit code 2, with nothing on standard output', async () => {
  for (const words of [[], ['-', '--at', 'x'], ['/nowhere'], ['-', '--claims', '/nowhere.json']])
    expect(await cli.run(['logout', ...words])).toMatchObject({ code: 2, out: '' })
})

test('people read who is logged out, and that the address proves it', async () => {
  const { code, out } = await cli.run(['logout', '-', ...NOW, ...trust], { input: address(request()) })
  expect(code).toBe(0)
  expect(out).toMatch(/^✓ Accepted {2}standard input\n/)
  expect(out).toMatch(/ {2}User {6}ada@example\.com\n/)
  expect(out).toMatch(/✓ query verified, rsa-sha256/)
})
