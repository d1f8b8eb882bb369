import { createPrivateKey } from 'node:crypto'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MetadataJudgement } from '#shared/model/judgement.ts'
import { type BuiltCli, buildCli } from '#test/support/cli/built-cli.ts'
import { type MessageFiles, messageFiles } from '#test/support/cli/message-files.ts'

let cli: BuiltCli
let files: MessageFiles
beforeAll(async () => {
  ;[cli, files] = await Promise.all([buildCli(), messageFiles()])
})
afterAll(() => Promise.all([cli.remove(), files.remove()]))

const addresses = ['--entity-id', 'https://app.example/saml', '--acs-url', 'https://app.example/saml/acs']
/** Made at once; finding primes is not what is tested. */
const quick = ['--key', 'ec-p256']
const more = ['--slo-url', 'https://app.example/saml/slo']
async function folder(name: string) {
  const path = join(files.folder, name)
  await mkdir(path)
  return path
}
async function judged(path: string) {
  const { code, out } = await cli.run(['metadata', path, '--role', 'sp', '--format', 'json'])
  const { entities } = MetadataJudgement.parse(JSON.parse(out))
  return { code, entity: entities[0] }
}

describe('init', () => {
  test.each(['rsa-2048', 'ec-p256'])(
    'makes a %s key that only we may read, and metadata that is valid',
    async (kind) => {
      const out = await folder(`init-${kind}`)
      const said = await cli.run(['sp', 'init', ...addresses, ...more, '--key', kind, '--encryption', '--out', out])
      expect(said).toMatchObject({ code: 0, notes: '' })
      const { privateKey, metadata, sha256, entityId } = JSON.parse(said.out)
      expect(entityId).toBe('https://app.example/saml')
      expect((await stat(privateKey)).mode & 0o777).toBe(0o600)
      expect(createPrivateKey(await readFile(privateKey)).asymmetricKeyType).toBe(kind === 'ec-p256' ? 'ec' : 'rsa')
      const { code, entity } = await judged(metadata)
      expect(code).toBe(0)
      expect(entity).toMatchObject({
        assertionConsumerServices: [{ location: 'https://app.example/saml/acs' }],
        singleLogoutServices: [{ location: 'https://app.example/saml/slo' }],
        signingCertificates: [{ sha256 }],
        encryptionCertificates: [{ sha256 }],
      })
      expect(said.out).not.toContain('PRIVATE KEY')
    },
  )

  test('seals the key with a passphrase', async () => {
    const out = await folder('sealed')
    const passphraseFile = await files.write('passphrase', 'open sesame\n')
    const said = await cli.run([
      'sp',
      'init',
      ...addresses,
      ...quick,
      '--out',
      out,
      '--passphrase-file',
      passphraseFile,
    ])
    const key = await readFile(JSON.parse(said.out).privateKey)
    expect(() => createPrivateKey(key)).toThrow()
    expect(createPrivateKey({ key, passphrase: 'open sesame' }).asymmetricKeyType).toBe('ec')
  })

  test('overwrites nothing, and leaves nothing half made', async () => {
    const out = await folder('taken')
    await files.write('taken/sp-metadata.xml', 'mine')
    const said = await cli.run(['sp', 'init', ...addresses, ...quick, '--out', out])
    expect(said).toMatchObject({ code: 2, out: '', notes: expect.stringContaining('is there already') })
    await expect(stat(join(out, 'sp.key'))).rejects.toThrow()
    expect(await readFile(join(out, 'sp-metadata.xml'), 'utf8')).toBe('mine')
  })
})

test('metadata is written for certificates there are, valid as it comes', async () => {
  const out = await folder('given')
  await cli.run(['sp', 'init', ...addresses, ...quick, '--out', out])
  const said = await cli.run(['sp', 'metadata', ...addresses, '--sp-cert', join(out, 'sp.pem')])
  expect(said.code).toBe(0)
  expect(said.out.trim()).toBe(await readFile(join(out, 'sp-metadata.xml'), 'utf8'))
})

test('rollover announces the next key beside the current one', async () => {
  const out = await folder('rollover')
  const first = JSON.parse((await cli.run(['sp', 'init', ...addresses, ...quick, '--out', out])).out)
  const said = await cli.run([
    'sp',
    'rollover',
    ...addresses,
    ...quick,
    ...['--sp-cert', first.certificate, '--out', out],
  ])
  expect(said.code).toBe(0)
  const next = JSON.parse(said.out)
  const { code, entity } = await judged(next.metadata)
  expect(code).toBe(0)
  expect(entity?.signingCertificates.map(({ sha256 }) => sha256)).toEqual([first.sha256, next.sha256])
})

test.each<[string, readonly string[], RegExp]>([
  ['no addresses', ['init'], /required option/],
  ['an ACS that is no address', ['init', '--entity-id', 'x', '--acs-url', 'app/acs'], /--acs-url takes an address/],
  [
    'an entity ID with a space',
    ['init', '--entity-id', 'a b', '--acs-url', 'https://a.example/acs'],
    /--entity-id takes a URI/,
  ],
  ['a folder that is not there', ['init', ...addresses, '--out', '/nowhere/at/all'], /folder does not exist/],
  ['no certificate', ['metadata', ...addresses], /required option/],
  ['a certificate that is not there', ['rollover', ...addresses, '--sp-cert', '/nowhere.pem'], /does not exist/],
])('%s is wrong usage', async (_name, words, says) => {
  const said = await cli.run(['sp', ...words])
  expect(said).toMatchObject({ code: 2, out: '' })
  expect(said.notes).toMatch(says)
})
