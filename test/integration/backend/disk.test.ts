import { execFile } from 'node:child_process'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openBackend } from '#main/backend/backend.ts'
import { callWith, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { makeTestIdentityProvider } from '#test/support/backend/test-identity-provider.ts'
import { buildProgram } from '#test/support/build-program.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const FILE = 'claimcheck.sqlite'
const program = fileURLToPath(new URL('../../support/backend/write-until-full.ts', import.meta.url))
/** Every so many pages one is damaged: tables and indexes of all kinds are among them. */
const STEP = 5
/** The largest file that process may write: a little more than the database already has. */
const ROOM_KILOBYTES = 1_200

test('on a full disk a change is refused, reading goes on, and nothing that was acknowledged is lost', {
  timeout: 120_000,
}, async () => {
  const first = await openTestBackend()
  const { call, apiKey } = await first.organisation()
  const { draft } = (await call('POST', '/drafts', {})).body
  await first.backend.stop()
  const { dataFolder, encryptionKey } = first.options
  const arguments_ = [
    await buildProgram(program),
    dataFolder,
    Buffer.from(encryptionKey).toString('hex'),
    apiKey,
    draft.id,
  ]
  const limited = `ulimit -f ${ROOM_KILOBYTES}; exec "$0" "$@"`
  const { stdout } = await promisify(execFile)('bash', ['-c', limited, process.execPath, ...arguments_])
  const told = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const acknowledged = told.flatMap(({ acknowledged }) => (acknowledged === undefined ? [] : [Number(acknowledged)]))
  expect(acknowledged.length).toBeGreaterThan(10)
  const issuer = `${acknowledged.at(-1)} ${'x'.repeat(1_000)}`
  expect(told).toContainEqual({
    status: 503,
    body: { error: 'storage_unavailable', message: expect.stringContaining('Nothing was changed') },
  })
  expect(told).toContainEqual({ level: 'error', event: 'request.failed' })
  expect(told).toContainEqual({ read: expect.objectContaining({ issuer }) })
  expect(told.at(-1)).toEqual({ stopped: true })

  const second = await openTestBackend(first.options)
  const again = callWith(second.url, apiKey)
  expect((await again('GET', `/drafts/${draft.id}`)).body.draft.issuer).toBe(issuer)
  expect((await again('GET', '/audit/verification')).body.intact).toBe(true)
  expect((await again('PATCH', `/drafts/${draft.id}`, { issuer: 'room again' })).status).toBe(200)
})

test('pages that contradict each other are damage, said at the start or at the request, and left as they are', {
  timeout: 120_000,
}, async () => {
  const first = await openTestBackend()
  const { call, apiKey } = await first.organisation()
  const { config } = await makeTestIdentityProvider()
  await call('POST', '/providers', { type: 'saml', issuer: 'x', domain: 'acme.example', config })
  await first.backend.stop()
  const file = join(first.options.dataFolder, FILE)
  const whole = await readFile(file)
  const pageSize = whole.readUInt16BE(16)
  const pages = whole.length / pageSize
  let atRequest = 0
  for (let page = 1; page < pages; page += STEP) {
    const damaged = Buffer.from(whole)
    damaged.fill(0xa5, page * pageSize, (page + 1) * pageSize)
    await writeFile(file, damaged)
    let backend: Awaited<ReturnType<typeof openBackend>> | undefined
    try {
      backend = await openBackend(first.options)
    } catch (error) {
      expect({ page, reason: (error as { reason?: string }).reason }).toEqual({ page, reason: 'data-damaged' })
      continue
    }
    const again = callWith(backend.url, apiKey)
    for (const path of ['/providers', '/members', '/audit', '/domains', '/sessions']) {
      const { status, body } = await again('GET', path)
      if (status === 200) continue
      expect({ page, path, status, body }).toMatchObject({
        page,
        path,
        status: 503,
        body: { error: 'storage_unavailable' },
      })
      expect(body.message).toContain('restore its last backup')
      atRequest += 1
    }
    await backend.stop().catch(() => {})
  }
  expect(atRequest).toBeGreaterThan(0)
})

test('a folder that cannot be made is said, and nothing is left behind', async () => {
  const { options } = await openTestBackend()
  for (const dataFolder of ['/dev/null/data', join(await temporaryFolder(), '\0')]) {
    const refused = openBackend({ ...options, dataFolder })
    await expect(refused).rejects.toMatchObject({ name: 'BackendRefused', reason: 'data-folder' })
  }
  await expect(stat('/dev/null/data')).rejects.toMatchObject({ code: 'ENOTDIR' })
})
