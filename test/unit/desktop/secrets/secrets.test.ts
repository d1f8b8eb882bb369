import { readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Keychain } from '#main/desktop/secrets/keychain.ts'
import { newScryptParameters } from '#main/desktop/secrets/passphrase.ts'
import { Secrets } from '#main/desktop/secrets/secrets.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const secret = Buffer.from('-----BEGIN PRIVATE KEY-----\nthis is the secret\n-----END PRIVATE KEY-----')
const noKeychain: Keychain = {
  isAvailable: () => false,
  seal: () => Buffer.alloc(0),
  open: () => '',
}

/** A keychain that answers only what was sealed with it. */
function keychain(id = 1): Keychain {
  return {
    isAvailable: () => true,
    seal: (plain) => Buffer.from(Buffer.from(`${id}:${plain}`).map((byte) => byte ^ 0x5a)),
    open: (sealed) => {
      const [by, plain] = Buffer.from(sealed.map((byte) => byte ^ 0x5a))
        .toString()
        .split(':')
      if (by !== String(id) || plain === undefined) throw new Error('unknown item')
      return plain
    },
  }
}

const open = (folder: string, chain: Keychain = noKeychain) =>
  Secrets.open(folder, {
    keychain: chain,
    clock: () => new Date('2026-11-22T08:00:00Z'),
    scrypt: () => ({ ...newScryptParameters(), cost: 2 ** 10 }),
  })

describe('without a keychain', () => {
  test('asks for a passphrase once, and once per start after that', async () => {
    const folder = await temporaryFolder()
    const first = await open(folder)
    expect(first.state).toBe('passphrase-unset')
    await expect(first.put('sp-key.conn_1', secret)).rejects.toMatchObject({ problem: { code: 'secrets.unset' } })
    await first.unlock('correct horse')
    expect(first.state).toBe('passphrase-unlocked')
    await first.put('sp-key.conn_1', secret)

    const second = await open(folder)
    expect(second.state).toBe('passphrase-locked')
    await expect(second.get('sp-key.conn_1')).rejects.toMatchObject({ problem: { code: 'secrets.locked' } })
    await second.unlock('correct horse')
    expect(await second.get('sp-key.conn_1')).toEqual(secret)
    expect(await second.get('sp-key.conn_2')).toBeNull()
  })

  test('a wrong passphrase opens nothing, changes nothing, and names its field', async () => {
    const folder = await temporaryFolder()
    await (await open(folder)).unlock('correct horse')
    const vault = await readFile(join(folder, 'vault.json'))
    const secrets = await open(folder)
    await expect(secrets.unlock('wrong horse!')).rejects.toMatchObject({
      problem: { code: 'secrets.wrong-passphrase', field: 'passphrase' },
    })
    expect(secrets.state).toBe('passphrase-locked')
    expect(await readFile(join(folder, 'vault.json'))).toEqual(vault)
    await secrets.unlock('correct horse')
    expect(secrets.state).toBe('passphrase-unlocked')
  })

  test('the same letters typed on another keyboard are the same passphrase', async () => {
    const folder = await temporaryFolder()
    await (await open(folder)).unlock('Schlüssel'.normalize('NFC'))
    const secrets = await open(folder)
    await secrets.unlock('Schlüssel'.normalize('NFD'))
    expect(secrets.state).toBe('passphrase-unlocked')
  })

  test('two windows that set a passphrase at once get one vault', async () => {
    const folder = await temporaryFolder()
    const secrets = await open(folder)
    await Promise.all([secrets.unlock('correct horse'), secrets.unlock('correct horse')])
    await secrets.put('a', secret)
    const again = await open(folder)
    await again.unlock('correct horse')
    expect(await again.get('a')).toEqual(secret)
  })
})

test('no file holds the secret, the passphrase or the key as text, and only the owner may read them', async () => {
  for (const chain of [noKeychain, keychain()]) {
    const folder = await temporaryFolder()
    const secrets = await open(folder, chain)
    await secrets.unlock('correct horse')
    await secrets.put('sp-key.conn_1', secret)
    const names = await readdir(folder)
    expect(names.sort()).toEqual(['sp-key.conn_1.sealed', 'vault.json'])
    for (const name of names) {
      const content = await readFile(join(folder, name), 'utf8')
      for (const hidden of ['PRIVATE KEY', 'this is the secret', 'horse']) {
        expect(content).not.toContain(hidden)
        expect(Buffer.from(content.replaceAll(/[^A-Za-z0-9+/]/g, ''), 'base64').toString('latin1')).not.toContain(
          hidden,
        )
      }
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    }
  }
})

describe('with a keychain', () => {
  test('asks for nothing', async () => {
    const folder = await temporaryFolder()
    const first = await open(folder, keychain())
    expect(first.state).toBe('system')
    await first.put('a', secret)
    const second = await open(folder, keychain())
    expect(second.state).toBe('system')
    expect(await second.get('a')).toEqual(secret)
  })

  test.each([
    ['is gone', noKeychain],
    ['was made anew', keychain(2)],
  ])('that %s, nothing is opened or deleted until the user begins afresh', async (_name, other) => {
    const folder = join(await temporaryFolder(), 'secrets')
    await (await open(folder, keychain())).put('a', secret)
    const before = await readdir(folder)

    const lost = await open(folder, other)
    expect(lost.state).toBe('lost')
    for (const ask of [lost.get('a'), lost.put('b', secret), lost.unlock('some passphrase')])
      await expect(ask).rejects.toMatchObject({ problem: { code: 'secrets.lost' } })
    expect(await readdir(folder)).toEqual(before)
    expect((await open(folder, keychain())).state).toBe('system')

    const aside = await lost.replaceLost()
    expect(await readdir(aside)).toEqual(before)
    expect(lost.state).toBe(other.isAvailable() ? 'system' : 'passphrase-unset')
    await lost.unlock('correct horse')
    expect(await lost.get('a')).toBeNull()
    await expect(lost.replaceLost()).rejects.toMatchObject({ problem: { code: 'secrets.not-lost' } })
  })
})

describe('files', () => {
  test('sealed keys without their vault are lost, and found again when it is put back', async () => {
    const folder = await temporaryFolder()
    await (await open(folder, keychain())).put('a', secret)
    await rename(join(folder, 'vault.json'), join(folder, 'vault.json.elsewhere'))
    expect((await open(folder, keychain())).state).toBe('lost')
    await rename(join(folder, 'vault.json.elsewhere'), join(folder, 'vault.json'))
    expect(await (await open(folder, keychain())).get('a')).toEqual(secret)
  })

  test.each([
    ['torn', (file: string) => truncate(file, 20)],
    ['absurd', (file: string) => writeFile(file, '{"version":1,"kind":"passphrase","scrypt":{"cost":1e12}}')],
  ])('a vault that is %s is lost, and stays where it is', async (_name, damage) => {
    const folder = await temporaryFolder()
    await (await open(folder)).unlock('correct horse')
    await damage(join(folder, 'vault.json'))
    expect((await open(folder)).state).toBe('lost')
    expect(await readdir(folder)).toEqual(['vault.json'])
  })

  test('one damaged or swapped secret is refused, and the others open', async () => {
    const folder = await temporaryFolder()
    const secrets = await open(folder, keychain())
    for (const name of ['a', 'b', 'c']) await secrets.put(name, Buffer.from(name))
    await truncate(join(folder, 'a.sealed'), 30)
    await writeFile(join(folder, 'b.sealed'), await readFile(join(folder, 'c.sealed')))
    for (const name of ['a', 'b'])
      await expect(secrets.get(name)).rejects.toMatchObject({ problem: { code: 'secrets.damaged' } })
    expect(await secrets.get('c')).toEqual(Buffer.from('c'))
    await secrets.remove('c')
    expect(await secrets.get('c')).toBeNull()
  })

  test('no name leads out of the folder', async () => {
    const folder = await temporaryFolder()
    const secrets = await open(folder, keychain())
    for (const name of ['../a', 'a/b', '.a', '', 'a..b', 'A'])
      await expect(secrets.put(name, secret)).rejects.toThrow(/name/)
    await rm(folder, { recursive: true })
    await expect(secrets.put('a', secret)).rejects.toMatchObject({ problem: { code: 'workspace.not-saved' } })
  })
})
