import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ResponseJudgement } from '#shared/model/judgement.ts'
import { soundOptions } from '#test/support/cli/message-files.ts'
import { openResponseCli, type ResponseCli } from '#test/support/cli/response-cli.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { assertionXml, at, IDP, responseXml, sign, soundMessage } from '#test/support/saml/response-message.ts'
import { encryptedAssertion } from '#test/support/xml/encrypt.ts'

let cli: ResponseCli['cli']
let files: ResponseCli['files']
let signer: ResponseCli['signer']
let stranger: ResponseCli['stranger']
let sound: ResponseCli['sound']
let trust: ResponseCli['trust']
let json: ResponseCli['json']
let close: ResponseCli['close']

beforeAll(async () => {
  ;({ cli, files, signer, stranger, sound, trust, json, close } = await openResponseCli())
})
afterAll(() => close())

const accepted = { code: 0, verdict: 'accepted' }
const without = (option: string) => soundOptions.toSpliced(soundOptions.indexOf(option), 2)

test('a sound response is accepted with the identity on standard output and nothing on standard error', async () => {
  const { judgement, notes, ...said } = await json([sound, ...soundOptions, ...trust])
  expect(said).toMatchObject(accepted)
  expect(notes).toBe('')
  expect(judgement.identity).toMatchObject({
    nameId: 'ada@example.com',
    issuer: IDP,
    profile: { email: 'ada@example.com', givenName: 'Ada', familyName: 'Lovelace', groups: ['engineering', 'pilots'] },
  })
  expect(judgement.signatures).toMatchObject([
    { covers: 'assertion', verified: true, certificateSha256: signer.certificate.summary.sha256 },
  ])
  expect(Object.values(judgement.timing).every((milliseconds) => milliseconds >= 0)).toBe(true)
})

describe('each option is judged by', () => {
  test.each([
    ['--idp-entity-id', 'https://other.example', 'saml.assertion-issuer.mismatch'],
    ['--sp-entity-id', 'https://other.example', 'saml.audience.mismatch'],
    ['--acs-url', 'https://other.example/acs', 'saml.recipient.mismatch'],
    ['--request-id', '_other', 'saml.confirmation-request.mismatch'],
    ['--at', '2026-06-01T12:30:00Z', 'saml.not-on-or-after.expired'],
  ])('%s %s', async (option, value, code) => {
    const said = await json([sound, ...without(option), option, value, ...trust])
    expect(said).toMatchObject({ code: 1, verdict: 'rejected', judgement: { identity: null } })
    expect(said.rootCauses).toContain(code)
  })

  test('--idp-initiated: no request may be named', async () => {
    const said = await json([sound, ...without('--request-id'), '--idp-initiated', ...trust])
    expect(said).toMatchObject({ code: 1, rootCauses: ['saml.confirmation-request.unsolicited'] })
    const unasked = responseXml({
      responseAttributes: soundMessage.responseAttributes.replace(/ InResponseTo="[^"]*"/, ''),
      confirmation: soundMessage.confirmation.replace(/ InResponseTo="[^"]*"/, ''),
    })
    const path = await files.write('unasked.xml', sign(unasked, signer))
    expect(await json([path, ...without('--request-id'), '--idp-initiated', ...trust])).toMatchObject(accepted)
  })

  test.each([
    ['--at with another offset', ['--at', '2026-06-01T14:00:00+02:00'], 0],
    ['the clock skew of 60 seconds', ['--at', '2026-06-01T12:05:59Z'], 0],
    ['--clock-skew 0', ['--at', '2026-06-01T12:05:01Z', '--clock-skew', '0'], 1],
    ['--clock-skew 300', ['--at', '2026-06-01T12:09:00Z', '--clock-skew', '300'], 0],
    ['--max-age', ['--at', '2026-06-01T12:00:00Z', '--clock-skew', '0', '--max-age', '5'], 1],
    ['--max-age that is kept', ['--at', '2026-06-01T12:00:00Z', '--max-age', '5'], 0],
    ['--require-signed response', ['--at', '2026-06-01T12:00:00Z', '--require-signed', 'response'], 1],
    ['--require-signed assertion', ['--at', '2026-06-01T12:00:00Z', '--require-signed', 'assertion'], 0],
    ['--require-signed both', ['--at', '2026-06-01T12:00:00Z', '--require-signed', 'both'], 1],
    ['--require-encryption', ['--at', '2026-06-01T12:00:00Z', '--require-encryption'], 1],
    ['--email-domain', ['--at', '2026-06-01T12:00:00Z', '--email-domain', 'other.example'], 1],
    [
      '--email-domain, one of several',
      ['--at', '2026-06-01T12:00:00Z', '--email-domain', 'other.example', '--email-domain', 'Example.com'],
      0,
    ],
  ])('%s', async (_name, options, code) => {
    expect(await json([sound, ...without('--at'), ...options, ...trust])).toMatchObject({ code })
  })

  test('--policy: what interop accepts with a warning, strict refuses', async () => {
    const old = responseXml({ responseAttributes: soundMessage.responseAttributes.replace(at(-2), at(-800)) })
    const path = await files.write('old.xml', sign(old, signer, ['_assertion1', '_response1']))
    const interop = await json([path, ...soundOptions, ...trust])
    expect(interop).toMatchObject(accepted)
    expect(interop.judgement.findings).toContainEqual(
      expect.objectContaining({ code: 'saml.issue-instant.too-old', severity: 'warning' }),
    )
    const strict = await json([path, ...soundOptions, ...trust, '--policy', 'strict'])
    expect(strict).toMatchObject({ code: 1, verdict: 'rejected', rootCauses: ['saml.issue-instant.too-old'] })
  })

  test('--policy strict asks a second implementation about the signature', async () => {
    const severityIn = async (policy: string, ...more: string[]) => {
      const { judgement } = await json([sound, ...soundOptions, ...trust, '--policy', policy, ...more])
      return judgement.findings.find(({ code }) => code === 'saml.second-witness')?.severity
    }
    expect([await severityIn('interop'), await severityIn('strict')]).toEqual(['not-verified', 'passed'])
    expect(await severityIn('interop', '--second-witness')).toBe('passed')
  })

  test('--policy strict consults the schemas, interop says that it does not', async () => {
    const schemaOf = async (policy: string) => {
      const { judgement } = await json([sound, ...soundOptions, ...trust, '--policy', policy])
      return judgement.findings.find(({ code }) => code.startsWith('saml.schema'))
    }
    expect(await schemaOf('interop')).toMatchObject({ code: 'saml.schema', severity: 'not-verified' })
    expect(await schemaOf('strict')).toMatchObject({ code: 'saml.schema', severity: 'passed' })
    const stray = responseXml({ conditions: `${soundMessage.conditions}<saml:Stray/>` })
    const path = await files.write('stray.xml', sign(stray, signer))
    const strict = await json([path, ...soundOptions, ...trust, '--policy', 'strict'])
    expect(strict).toMatchObject({ code: 1, verdict: 'rejected' })
    expect(strict.judgement.findings.some(({ code }) => code.startsWith('saml.schema.'))).toBe(true)
  })

  test('--claims: what it lists is required, under the names it lists', async () => {
    const given = await files.write('claims.json', JSON.stringify({ givenName: ['nickname', 'given_name'] }))
    expect(await json([sound, ...soundOptions, ...trust, '--claims', given])).toMatchObject(accepted)
    const missing = await files.write('more-claims.json', JSON.stringify({ familyName: ['nickname'] }))
    const said = await json([sound, ...soundOptions, ...trust, '--claims', missing])
    expect(said.code).toBe(1)
    expect(said.rootCauses.join()).toMatch(/^saml\.claim\.family-name\./)
  })

  test('--retired-idp-cert: who signs with it is told so', async () => {
    const path = await files.write('old-key.xml', sign(responseXml(), stranger))
    const retired = await files.write('old-idp.pem', stranger.certificate.summary.pem)
    const said = await json([path, ...soundOptions, ...trust, '--retired-idp-cert', retired])
    expect(said).toMatchObject({ code: 1, verdict: 'rejected', rootCauses: ['saml.signature-value.retired-key'] })
  })

  test('--sp-key and --passphrase-file: an encrypted assertion', async () => {
    const ours = await makeSigningIdentity()
    const certificate = ours.certificate.x509.raw.toString('base64')
    const sealed = encryptedAssertion(sign(assertionXml(), signer), { to: ours.publicKey, certificate })
    const path = await files.write('encrypted.xml', responseXml({}, sealed))
    const pem = (passphrase?: string) =>
      ours.privateKey.export({
        type: 'pkcs8',
        format: 'pem',
        ...(passphrase && { cipher: 'aes-256-cbc', passphrase }),
      }) as string
    const other = stranger.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
    const key = await files.write('sp.key', pem())
    const several = await files.write('several.key', other + pem())
    const locked = await files.write('locked.key', pem('open sesame'))
    const passphrase = await files.write('passphrase', 'open sesame\n')
    const words = [path, ...soundOptions, ...trust]
    expect(await json(words)).toMatchObject({ code: 1, verdict: 'undecided', judgement: { identity: null } })
    expect(await json([...words, '--sp-key', key])).toMatchObject(accepted)
    expect(await json([...words, '--sp-key', key, '--require-encryption'])).toMatchObject(accepted)
    const retired = await files.write('retired.pem', ours.certificate.summary.pem)
    const unopened = await json([
      ...words,
      '--sp-key',
      await files.write('new.key', other),
      '--retired-sp-cert',
      retired,
    ])
    expect(unopened).toMatchObject({ verdict: 'undecided', rootCauses: ['saml.encryption.retired-key'] })
    expect(await json([...words, '--sp-key', several])).toMatchObject(accepted)
    expect(await json([...words, '--sp-key', locked, '--passphrase-file', passphrase])).toMatchObject(accepted)
  })
})

test('what is not given is not judged', async () => {
  const { judgement } = await json([sound, '--at', '2026-06-01T12:00:00Z', ...trust])
  const codes = ['saml.assertion-issuer', 'saml.recipient', 'saml.audience', 'saml.confirmation-request']
  const severities = codes.map((code) => judgement.findings.find((finding) => finding.code === code)?.severity)
  expect(severities).toEqual(codes.map(() => 'not-verified'))
})

describe('the message is found', () => {
  const xml = () => sign(responseXml(), signer)
  const base64 = () => Buffer.from(xml()).toString('base64')
  test.each<[string, () => string | Uint8Array]>([
    ['in XML', xml],
    ['in Base64', base64],
    ['in Base64 with line ends', () => base64().replace(/.{76}/g, '$&\r\n')],
    ['URL-encoded', () => encodeURIComponent(base64())],
    ['in a form body', () => `RelayState=x&SAMLResponse=${encodeURIComponent(base64())}`],
    [
      'deflated, in an address',
      () => {
        const deflated = deflateRawSync(xml()).toString('base64')
        return `https://app.example/acs?SAMLResponse=${encodeURIComponent(deflated)}&RelayState=x`
      },
    ],
    ['deflated alone', () => deflateRawSync(xml())],
  ])('%s, on standard input', async (_name, input) => {
    expect(await json(['-', ...soundOptions, ...trust], { input: input() })).toMatchObject(accepted)
  })
})

describe('bad input is judged, in JSON, with exit code 1', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'xml.empty'],
    ['text', 'hello', 'xml.not-well-formed'],
    ['broken XML', '<samlp:Response', 'xml.not-well-formed'],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'xml.doctype'],
    ['binary', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]), 'xml.not-utf-8'],
    ['a web page', '<html><body>Sign in</body></html>', 'saml.message.not-a-response'],
    ['10 MB', 'A'.repeat(10_000_000), 'xml.too-large'],
    ['what inflates to 100 MB', deflateRawSync(Buffer.alloc(100_000_000, ' ')), 'xml.too-large'],
  ])('%s', async (_name, input, code) => {
    const said = await json(['-', ...soundOptions, ...trust], { input })
    expect(said).toMatchObject({ code: 1, verdict: 'rejected', rootCauses: [code] })
  })
})

describe('several files', () => {
  test('make an array in their order, and the worst counts', async () => {
    const bad = await files.write('bad.xml', 'hello')
    const said = await cli.run(['response', sound, bad, sound, ...soundOptions, ...trust, '--format', 'json'])
    expect(said.code).toBe(1)
    const judgements = ResponseJudgement.array().parse(JSON.parse(said.out))
    expect(judgements.map(({ verdict }) => verdict)).toEqual(['accepted', 'rejected', 'accepted'])
    expect((await cli.run(['response', sound, sound, ...soundOptions, ...trust])).code).toBe(0)
  })

  test('nothing is judged where one of them cannot be opened', async () => {
    const said = await cli.run(['response', sound, `${files.folder}/absent.xml`, '--format', 'json'])
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.notes).toContain('absent.xml does not exist.')
  })
})
