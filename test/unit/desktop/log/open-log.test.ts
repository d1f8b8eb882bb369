import { generateKeyPairSync } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from '#main/desktop/log/open-log.ts'
import { redactLog } from '#main/desktop/log/redact-log.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const clock = () => new Date('2026-11-22T08:00:00Z')

test('writes one line per entry, causes in it, for the owner alone', async () => {
  const folder = join(await temporaryFolder(), 'logs')
  const log = openLog(folder, clock)
  log('started')
  log('failed', new Error('outer\nline', { cause: new Error('inner') }))
  const lines = (await readFile(join(folder, 'claimcheck.log'), 'utf8')).trimEnd().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toBe('2026-11-22T08:00:00.000Z started')
  expect(lines[1]).toMatch(/failed — Error: outer \| line .*inner/)
  expect((await stat(join(folder, 'claimcheck.log'))).mode & 0o777).toBe(0o600)
})

test('holds no key, password, token or message, whoever put it into an error', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const secrets = [
    pem,
    pem.slice(0, 60),
    'Authorization: Bearer abc.def-ghi',
    'SAMLResponse=PHNhbWw&RelayState=xyz',
    'POST password=hunter2&x=1',
    `key ${'Ab1+/'.repeat(20)}==`,
  ]
  for (const secret of secrets) {
    const redacted = redactLog(`before ${secret} after`)
    for (const hidden of [pem.split('\n')[1]!, 'abc.def-ghi', 'PHNhbWw', 'xyz', 'hunter2', 'Ab1+/Ab1+/'])
      expect(redacted).not.toContain(hidden)
    expect(redacted).toMatch(/^before /)
  }
  const harmless = `conn_${'0'.repeat(22)} ${'a1'.repeat(32)} at file:///app/out/main/main.js:10:5`
  expect(redactLog(harmless)).toBe(harmless)
})

test('begins a new file before the old one grows without end', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'claimcheck.log'), 'x'.repeat(1_000_001))
  openLog(folder, clock)('next')
  expect((await readdir(folder)).sort()).toEqual(['claimcheck.log', 'claimcheck.old.log'])
  expect(await readFile(join(folder, 'claimcheck.log'), 'utf8')).toBe('2026-11-22T08:00:00.000Z next\n')
})

test('that cannot be written stops nothing', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'in-the-way'), '')
  expect(() => openLog(join(folder, 'in-the-way'), clock)('lost')).not.toThrow()
})
