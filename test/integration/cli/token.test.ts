import { CompactEncrypt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { halfHash } from '#main/checks/oidc/token/token-hash.ts'
import { TokenJudgement } from '#shared/model/token-judgement.ts'
import { type BuiltCli, buildCli, type RunOptions } from '#test/support/cli/built-cli.ts'
import { externalImports } from '#test/support/cli/external-imports.ts'
import { type MessageFiles, messageFiles } from '#test/support/cli/message-files.ts'
import { serve } from '#test/support/net/loopback.ts'
import { discoveryDocument } from '#test/support/oidc/discovery-document.ts'
import {
  CLIENT,
  ISSUER,
  idToken,
  idTokenByHmac,
  makeSigningKey,
  NONCE,
  publicJwk,
  SUBJECT,
} from '#test/support/oidc/token-message.ts'

const key = makeSigningKey()
const stranger = makeSigningKey()
const recipient = makeSigningKey()
let cli: BuiltCli
let files: MessageFiles
let sound: string
let trust: string[]
let options: string[]

beforeAll(async () => {
  ;[cli, files] = await Promise.all([buildCli(), messageFiles()])
  sound = await files.write('sound.jwt', `${idToken(key)}\n`)
  trust = ['--jwks', await files.write('jwks.json', JSON.stringify({ keys: [publicJwk(key)] }))]
  options = ['--issuer', ISSUER, '--client-id', CLIENT, '--nonce', NONCE, '--at', '2026-06-01T12:00:00Z']
})
afterAll(() => Promise.all([cli.remove(), files.remove()]))

async function json(words: readonly string[], run?: RunOptions) {
  const { code, out, notes } = await cli.run(['token', ...words, '--format', 'json'], run)
  const judgement = TokenJudgement.parse(JSON.parse(out))
  const rootCauses = judgement.findings.filter(({ rootCause }) => rootCause).map((finding) => finding.code)
  return { code, verdict: judgement.verdict, rootCauses, judgement, notes }
}
const accepted = { code: 0, verdict: 'accepted', rootCauses: [], notes: '' }
const refusedFor = (cause: string) => ({
  code: 1,
  verdict: 'rejected',
  rootCauses: [cause],
  judgement: { identity: null },
})
const without = (option: string) => options.toSpliced(options.indexOf(option), 2)

test('a sound token is accepted with the identity on standard output and nothing on standard error', async () => {
  const { judgement, ...said } = await json([sound, ...options, ...trust])
  expect(said).toEqual(accepted)
  expect(judgement.identity).toMatchObject({ subject: SUBJECT, profile: { email: 'ada@example.com' } })
  expect(Object.values(judgement.timing).every((milliseconds) => milliseconds >= 0)).toBe(true)
})

describe('each option is judged by', () => {
  test.each([
    ['--issuer', 'https://other.example', 'oidc.issuer.mismatch'],
    ['--client-id', 'other', 'oidc.audience.mismatch'],
    ['--nonce', 'other', 'oidc.nonce.mismatch'],
    ['--at', '2026-06-01T12:06:01Z', 'oidc.expiry.expired'],
  ])('%s %s', async (option, value, code) => {
    expect(await json([sound, ...without(option), option, value, ...trust])).toMatchObject(refusedFor(code))
  })

  test.each([
    ['--clock-skew 0', ['--at', '2026-06-01T12:05:01Z', '--clock-skew', '0'], 1],
    ['--clock-skew 300', ['--at', '2026-06-01T12:09:00Z', '--clock-skew', '300'], 0],
    ['--max-age', ['--at', '2026-06-01T12:00:00Z', '--clock-skew', '0', '--max-age', '5'], 1],
    ['--acr-value', ['--at', '2026-06-01T12:00:00Z', '--acr-value', 'phr'], 1],
    ['--tenant', ['--at', '2026-06-01T12:00:00Z', '--tenant', 'example.com'], 1],
    ['--email-domain', ['--at', '2026-06-01T12:00:00Z', '--email-domain', 'other.example'], 1],
    ['--code without c_hash', ['--at', '2026-06-01T12:00:00Z', '--code', 'x'], 0],
  ])('%s', async (_name, words, code) => {
    expect((await json([sound, ...without('--at'), ...words, ...trust])).code).toBe(code)
  })

  test('without keys nothing is decided', async () => {
    expect(await json([sound, ...options])).toMatchObject({ code: 1, verdict: 'undecided', rootCauses: [] })
  })

  test('the access token that came along', async () => {
    const claims = { at_hash: halfHash('opaque', 'RS256') }
    const token = await files.write('with-hash.jwt', idToken(key, { claims }))
    const given = async (text: string) => ['--access-token', await files.write('access.txt', text)]
    expect(await json([token, ...options, ...trust, ...(await given('opaque\n'))])).toMatchObject(accepted)
    expect(await json([token, ...options, ...trust, ...(await given('other'))])).toMatchObject(
      refusedFor('oidc.access-token-hash.mismatch'),
    )
    const response = JSON.stringify({ access_token: 'other', id_token: idToken(key, { claims }) })
    expect(await json(['-', ...options, ...trust], { input: response })).toMatchObject(
      refusedFor('oidc.access-token-hash.mismatch'),
    )
  })

  test('the client secret, for tokens signed with it', async () => {
    const token = await files.write('hmac.jwt', idTokenByHmac('s3cret'))
    const secret = ['--client-secret-file', await files.write('secret.txt', 's3cret\n')]
    expect(await json([token, ...options, ...secret])).toMatchObject({ code: 0, verdict: 'accepted' })
    expect(await json([token, ...options, ...secret, '--policy', 'strict'])).toMatchObject(
      refusedFor('oidc.algorithm.symmetric'),
    )
    expect(await json([token, ...options, ...trust])).toMatchObject(refusedFor('oidc.algorithm.shared-secret'))
  })

  test('private keys that open it', async () => {
    const sealed = await new CompactEncrypt(Buffer.from(idToken(key)))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })
      .encrypt(recipient.publicKey)
    const token = await files.write('sealed.jwt', sealed)
    const pem = recipient.privateKey.export({ type: 'pkcs8', format: 'pem' })
    const own = ['--key', await files.write('key.pem', pem)]
    expect(await json([token, ...options, ...trust, ...own])).toMatchObject(accepted)
    expect(await json([token, ...options, ...trust])).toMatchObject({ code: 1, verdict: 'undecided' })
  })

  test('UserInfo and the claims that are required', async () => {
    const claims = ['--claims', await files.write('claims.json', '{"email":["mail"]}')]
    expect(await json([sound, ...options, ...trust, ...claims])).toMatchObject(refusedFor('oidc.claim.email.missing'))
    const userInfo = ['--user-info', await files.write('user.json', '{"sub":"eve"}')]
    expect(await json([sound, ...options, ...trust, ...userInfo])).toMatchObject(
      refusedFor('oidc.user-info.subject-differs'),
    )
  })
})

describe('the token may be wrapped', () => {
  test.each([
    ['a header of a request', (token: string) => `Authorization: Bearer ${token}`],
    ['a token response', (token: string) => JSON.stringify({ token_type: 'Bearer', id_token: token })],
    ['a callback address', (token: string) => `https://app.example/cb#state=x&id_token=${token}`],
    ['a form', (token: string) => `state=x&id_token=${token}&session_state=y`],
  ])('in %s', async (_name, wrap) => {
    expect(await json(['-', ...options, ...trust], { input: wrap(idToken(key)) })).toMatchObject(accepted)
  })

  test.each([
    ['nothing', '', 'oidc.token.empty'],
    ['an opaque token', '2YotnFZFEjr1zCsicMWpAA', 'oidc.token.opaque'],
    ['bytes', Buffer.from([0, 255, 46, 7, 46, 0]), 'oidc.token.encoding'],
    ['XML', '<samlp:Response/>', 'oidc.token.opaque'],
  ])('%s is judged as well', async (_name, input, code) => {
    expect(await json(['-', ...options, ...trust], { input })).toMatchObject(refusedFor(code))
  })
})

describe('discovery', () => {
  test('from a file: issuer and algorithms; the keys are given beside it', async () => {
    const discovery = ['--discovery', await files.write('discovery.json', JSON.stringify(discoveryDocument()))]
    expect(await json([sound, ...without('--issuer'), ...trust, ...discovery])).toMatchObject(accepted)
    expect(await json([sound, ...without('--issuer'), ...discovery])).toMatchObject({ code: 1, verdict: 'undecided' })
    const es256 = discoveryDocument({ id_token_signing_alg_values_supported: ['ES256'] })
    const other = ['--discovery', await files.write('es256.json', JSON.stringify(es256))]
    const said = await json([sound, ...options, ...trust, ...other])
    expect(said).toMatchObject(refusedFor('oidc.algorithm.not-announced'))
    expect(said.notes).toContain('Warning: ')
  })

  test('from its address: the keys are fetched as well', async () => {
    const issuer = await serve(({ url, headers }, response) => {
      const origin = `http://${headers.host}`
      const document = discoveryDocument({ issuer: origin, jwks_uri: `${origin}/jwks` })
      const body = url === '/jwks' ? { keys: [publicJwk(key)] } : document
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    })
    const token = await files.write('local.jwt', idToken(key, { claims: { iss: issuer } }))
    const said = await json([token, ...without('--issuer'), '--discovery', issuer])
    expect({ ...said, notes: said.notes.trim() }).toMatchObject({
      ...accepted,
      notes: `Warning: ${issuer}: The endpoints are on this machine, without TLS.`,
    })
  })
})

describe('wrong usage is exit code 2, and prints nothing', () => {
  test.each([
    ['a key set that is not there', () => ['--jwks', 'not-there.json'], 'does not exist'],
    ['a key set without keys', async () => ['--jwks', await files.write('a.json', '{}')], 'is not a key set'],
    [
      'a key set without a usable key',
      async () => ['--jwks', await files.write('b.json', '{"keys":[]}')],
      'no signing key',
    ],
    ['an empty secret', async () => ['--client-secret-file', await files.write('c.txt', '\n')], 'is empty'],
    ['no address', () => ['--discovery', 'http://127.0.0.1:1/'], 'Nothing answers'],
    ['a skew beyond the limit', () => ['--clock-skew', '301'], '300'],
  ])('%s', async (_name, words, says) => {
    const said = await cli.run(['token', sound, ...(await words())])
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.notes).toContain(says)
  })
})

test('the picture for people names cause, remedy and clause', async () => {
  const forged = await files.write('forged.jwt', idToken(stranger))
  const { code, out } = await cli.run(['token', forged, ...options, ...trust])
  expect(code).toBe(1)
  expect(out).toContain('Rejected')
  expect(out).toContain('The signature does not hold.')
  expect(out).toContain('oidc.signature.invalid (OpenID Connect Core §3.1.3.7)')
  expect(out).toContain(`${SUBJECT} (claimed)`)
})

test('judging a signed token loads no server, nothing to fetch, sign or decrypt with', () => {
  expect(externalImports(cli.folder, ['main', 'run-token', 'token-text'])).toEqual([])
})
