import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soundOptions } from '#test/support/cli/message-files.ts'
import { openResponseCli, type ResponseCli } from '#test/support/cli/response-cli.ts'
import { responseXml, sign, soundMessage } from '#test/support/saml/response-message.ts'

let cli: ResponseCli['cli']
let files: ResponseCli['files']
let signer: ResponseCli['signer']
let stranger: ResponseCli['stranger']
let sound: ResponseCli['sound']
let trust: ResponseCli['trust']
let close: ResponseCli['close']

beforeAll(async () => {
  ;({ cli, files, signer, stranger, sound, trust, close } = await openResponseCli())
})
afterAll(() => close())

describe('wrong usage is exit code 2, said on standard error, with nothing on standard output', () => {
  const bad = async (words: readonly string[], says: RegExp) => {
    const said = await cli.run(['response', ...words])
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.notes).toMatch(says)
  }
  test.each<[readonly string[], RegExp]>([
    [[], /missing required argument/],
    [['-', '--unknown'], /unknown option/],
    [['-', '--at', 'yesterday'], /--at takes a moment/],
    [['-', '--at', '2026-02-30T00:00:00Z'], /--at takes a moment/],
    [['-', '--at', '2026-06-01T12:00:00'], /--at takes a moment/],
    [['-', '--clock-skew', '301'], /0 to 300/],
    [['-', '--clock-skew', '-1'], /0 to 300/],
    [['-', '--clock-skew', '1.5'], /0 to 300/],
    [['-', '--max-age', 'x'], /--max-age takes/],
    [['-', '--require-signed', 'nothing'], /Allowed choices are response, assertion, either, both/],
    [['-', '--policy', 'lax'], /Allowed choices are interop, strict/],
    [['-', '--format', 'yaml'], /Allowed choices are human, json, sarif, junit/],
    [['-', '--request-id', '_1', '--idp-initiated'], /cannot be used with/],
    [['-', '--email-domain', 'ada@example.com'], /--email-domain takes a domain/],
    [['-', '--passphrase-file', '/dev/null'], /without --sp-key/],
    [['-', '--idp-cert', '/nowhere.pem'], /nowhere\.pem does not exist/],
    [['-', '--idp-cert', '/tmp'], /is a folder/],
    [['-', '--idp-metadata', '/nowhere.xml'], /nowhere\.xml does not exist/],
    [['-', '--sp-key', '/nowhere.key'], /does not exist/],
    [['-', '--claims', '/nowhere.json'], /does not exist/],
    [['-', '-'], /given once only/],
  ])('%j', bad)

  test('an option file that cannot be read as what it is for', async () => {
    const text = await files.write('text', 'hello there')
    const key = await files.write('a.key', stranger.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const cert = await files.write('a.pem', stranger.certificate.summary.pem)
    const misspelt = await files.write('misspelt.json', '{"e-mail": ["mail"]}')
    const empty = await files.write('empty.json', '{"email": []}')
    await bad(['-', '--idp-cert', text], /holds no certificate/)
    await bad(['-', '--idp-cert', key], /private key/)
    await bad(['-', '--idp-metadata', text], /not metadata that can be read/)
    await bad(['-', '--sp-key', cert], /holds no private key/)
    await bad(['-', '--claims', text], /not JSON/)
    await bad(['-', '--claims', misspelt], /not a claim mapping.*e-mail/)
    await bad(['-', '--claims', empty], /not a claim mapping\. email/)
  })

  test('a locked key never shows in the message', async () => {
    const locked = stranger.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
    const key = await files.write('locked2.key', locked)
    const wrong = await files.write('wrong', 'open barley')
    await bad(['-', '--sp-key', key], /Give it with --passphrase-file/)
    await bad(
      ['-', '--sp-key', key, '--passphrase-file', wrong],
      /^claimcheck: \S+locked2\.key holds a private key that the passphrase does not open\.\n$/,
    )
  })
})

describe('human output', () => {
  test('goes to standard output without colours where that is no terminal', async () => {
    const said = await cli.run(['response', sound, ...soundOptions, ...trust])
    expect(said).toMatchObject({ code: 0, notes: '' })
    expect(said.out).toMatch(/^✓ Accepted {2}\S+sound\.xml\n/)
    expect(said.out).not.toContain('\u001b')
    expect(said.out.split('\n').every((line) => line.length <= 80)).toBe(true)
  })

  test('FORCE_COLOR demands colours, NO_COLOR takes them away', async () => {
    const words = ['response', sound, ...soundOptions, ...trust]
    expect((await cli.run(words, { env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[32m')
    expect((await cli.run(words, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain('\u001b')
  })

  test('a hostile message cannot speak to the terminal', async () => {
    const hostile = sign(
      responseXml({ conditions: soundMessage.conditions.replace(/>https[^<]*</, '>\u009b31m\u202ex<') }),
      signer,
    )
    const path = await files.write('hostile.xml', hostile)
    const said = await cli.run(['response', path, ...soundOptions, ...trust])
    expect(said.out).toContain('‹U+009B›31m‹U+202E›x')
    expect(said.out).not.toMatch(/[\u009b\u202e]/)
  })
})
