import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type BuiltCli, buildCli, type RunOptions } from '#test/support/cli/built-cli.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

let cli: BuiltCli
beforeAll(async () => {
  cli = await buildCli()
})
afterAll(() => cli.remove())

const init = ['backend', 'init', '--organisation', 'Acme', '--owner', 'owner@acme.example']

/** Starts a server and reads its ready line. */
async function serve(words: readonly string[], options?: RunOptions) {
  const child = cli.start(words, options)
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  child.stderr.resume()
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const [code] = await once(child, 'exit')
    return code
  }
  return { ready: JSON.parse(line), stop }
}

const providers = async (url: string, apiKey: string) =>
  (await fetch(`${url}/providers`, { headers: { authorization: `Bearer ${apiKey}` } })).json()

describe('backend', () => {
  test('init makes an organisation and its key, serve answers with it and stops when asked', async () => {
    const dataDir = await temporaryFolder()
    const made = await cli.run([...init, '--data-dir', dataDir])
    expect(made.code).toBe(0)
    const { orgId, apiKey } = JSON.parse(made.out)
    expect(orgId).toMatch(/^org_/)
    expect(made.notes).not.toContain(apiKey)
    const key = join(dataDir, 'encryption.key')
    expect((await stat(key)).mode & 0o777).toBe(0o600)
    expect(Buffer.from(await readFile(key, 'utf8'), 'base64')).toHaveLength(32)

    const { ready, stop } = await serve(['backend', 'serve', '--data-dir', dataDir])
    expect(ready).toEqual({
      ready: true,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      adminApi: `${ready.url}/api/v1/admin/sso`,
    })
    expect(await providers(ready.adminApi, apiKey)).toEqual({ providers: [], total: 0 })
    expect(await providers(ready.adminApi, 'wrong')).toMatchObject({ error: expect.any(String) })
    expect(await stop('SIGTERM')).toBe(0)
  })

  test('a backup is made while it is served, restored elsewhere, and metrics have a port of their own', async () => {
    const dataDir = await temporaryFolder()
    const { apiKey } = JSON.parse((await cli.run([...init, '--data-dir', dataDir])).out)
    const first = await serve(['backend', 'serve', '--data-dir', dataDir, '--metrics-port', '0'])
    expect(await (await fetch(first.ready.metrics)).text()).toContain('claimcheck_sign_ins_total')
    const file = join(await temporaryFolder(), 'backup.sqlite')
    const backup = ['backend', 'backup', '--data-dir', dataDir, '--to', file]
    expect(JSON.parse((await cli.run(backup)).out)).toEqual({ backup: file })
    expect(await cli.run(backup)).toMatchObject({ code: 2, notes: expect.stringContaining('exists already') })
    expect(await first.stop('SIGTERM')).toBe(0)

    const elsewhere = join(await temporaryFolder(), 'data')
    const restored = await cli.run(['backend', 'restore', '--from', file, '--data-dir', elsewhere])
    expect(JSON.parse(restored.out)).toEqual({ restored: elsewhere })
    const env = { CLAIMCHECK_ENCRYPTION_KEY: await readFile(join(dataDir, 'encryption.key'), 'utf8') }
    const second = await serve(['backend', 'serve', '--data-dir', elsewhere], { env })
    expect(await providers(second.ready.adminApi, apiKey)).toEqual({ providers: [], total: 0 })
    expect(await second.stop('SIGTERM')).toBe(0)
  })

  test('init again adds an organisation under the same key', async () => {
    const dataDir = await temporaryFolder()
    const first = await cli.run([...init, '--data-dir', dataDir])
    const key = await readFile(join(dataDir, 'encryption.key'), 'utf8')
    const second = await cli.run([...init, '--data-dir', dataDir])
    expect(await readFile(join(dataDir, 'encryption.key'), 'utf8')).toBe(key)
    expect(JSON.parse(second.out).orgId).not.toBe(JSON.parse(first.out).orgId)
  })

  test('the key may come from the environment, and the data knows its key', async () => {
    const dataDir = await temporaryFolder()
    const env = { CLAIMCHECK_ENCRYPTION_KEY: 'ab'.repeat(32) }
    expect((await cli.run([...init, '--data-dir', dataDir], { env })).code).toBe(0)
    await expect(stat(join(dataDir, 'encryption.key'))).rejects.toThrow()
    const other = { CLAIMCHECK_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64') }
    const refused = await cli.run(['backend', 'serve', '--data-dir', dataDir], { env: other })
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.notes).toContain('sealed with another encryption key')
    const made = await cli.run([...init, '--data-dir', dataDir])
    expect(made).toMatchObject({ code: 2, out: '' })
    await expect(stat(join(dataDir, 'encryption.key'))).rejects.toThrow()
    const { stop } = await serve(['backend', 'serve', '--data-dir', dataDir], { env })
    expect(await stop('SIGINT')).toBe(0)

    const both = { ...other, CLAIMCHECK_PREVIOUS_ENCRYPTION_KEYS: 'ab'.repeat(32) }
    const replaced = await serve(['backend', 'serve', '--data-dir', dataDir], { env: both })
    expect(await replaced.stop('SIGTERM')).toBe(0)
    const late = await cli.run(['backend', 'serve', '--data-dir', dataDir], { env })
    expect(late.notes).toContain('sealed with another encryption key')
    const renewed = await serve(['backend', 'serve', '--data-dir', dataDir], { env: other })
    expect(await renewed.stop('SIGTERM')).toBe(0)
  })

  test('with the key of an operator the licences it signed count, and no plan without one', async () => {
    const dataDir = await temporaryFolder()
    const { apiKey } = JSON.parse((await cli.run([...init, '--data-dir', dataDir])).out)
    const keyFile = join(dataDir, 'operator.pem')
    const words = ['backend', 'serve', '--data-dir', dataDir, '--licence-key', keyFile]
    expect((await cli.run(words)).notes).toContain('operator.pem does not exist.')
    await writeFile(keyFile, 'no key')
    const refused = await cli.run(words)
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.notes).toContain('--licence-key does not hold the Ed25519 public key')
    await writeFile(keyFile, generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }))
    const { ready, stop } = await serve(words)
    expect(await providers(ready.adminApi, apiKey)).toMatchObject({ error: 'enterprise_required' })
    expect(await stop('SIGTERM')).toBe(0)
  })

  test('--port and --public-url say where; a port that is taken is named', async () => {
    const dataDir = await temporaryFolder()
    await cli.run([...init, '--data-dir', dataDir])
    const idp = await serve(['practice-idp', 'serve'])
    const port = new URL(idp.ready.url).port
    const refused = await cli.run(['backend', 'serve', '--data-dir', dataDir, '--port', port])
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.notes).toContain(`Port ${port} is taken`)
    await idp.stop('SIGTERM')
    const words = ['--port', port, '--public-url', 'https://sso.example.com/']
    const { ready, stop } = await serve(['backend', 'serve', '--data-dir', dataDir, ...words])
    expect(ready.url).toBe('https://sso.example.com')
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/admin/sso/providers`)).status).toBe(401)
    expect(await stop('SIGTERM')).toBe(0)
  })

  test('wrong usage is exit code 2', async () => {
    const empty = await temporaryFolder()
    const file = join(empty, 'file')
    const bad = async (words: readonly string[], says: RegExp, options?: RunOptions) => {
      const said = await cli.run(words, options)
      expect(said, words.join(' ')).toMatchObject({ code: 2, out: '' })
      expect(said.notes).toMatch(says)
    }
    await bad(['backend'], /Usage: claimcheck backend/)
    await bad(['backend', 'serve', '--data-dir', empty], /There is no encryption key/)
    await bad(['backend', 'serve', '--port', '65536'], /0 to 65535/)
    await bad(['backend', 'serve', '--host', '0.0.0.0'], /Allowed choices are 127\.0\.0\.1/)
    await bad(['backend', 'init', '--organisation', 'Acme'], /--owner/)
    await bad([...init, '--plan', 'gold', '--data-dir', empty], /Allowed choices/)
    await bad([...init.slice(0, -1), 'nobody', '--data-dir', empty], /--owner: Enter an e-mail address/)
    const env = { CLAIMCHECK_ENCRYPTION_KEY: 'short' }
    await bad([...init, '--data-dir', empty], /does not hold 32 bytes/, { env })
    await writeFile(file, '')
    await bad([...init, '--data-dir', join(file, 'data')], /cannot be made/)
    await bad([...init, '--data-dir', empty, '--public-url', 'x'], /unknown option/)
  })
})

describe('practice-idp', () => {
  test('serves its metadata and people, with faults, and stops when asked', async () => {
    const { ready, stop } = await serve([
      'practice-idp',
      'serve',
      '--fault',
      'wrong-audience',
      '--fault',
      'unsigned-response',
    ])
    expect(ready).toMatchObject({ ready: true, faults: ['wrong-audience', 'unsigned-response'] })
    expect(ready.people[0]).toMatchObject({ username: expect.any(String), password: expect.any(String) })
    const judged = await cli.run(['metadata', ready.metadataUrl, '--format', 'json'])
    expect(JSON.parse(judged.out)).toMatchObject({ verdict: 'valid', entities: [{ entityId: ready.entityId }] })
    expect(await stop('SIGINT')).toBe(0)
  })

  test('an unknown fault is exit code 2', async () => {
    const said = await cli.run(['practice-idp', 'serve', '--fault', 'none'])
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.notes).toContain('Choose from wrong-audience')
  })
})
