import { randomBytes } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { openBackend } from '#main/backend/backend.ts'
import { BackendRefused } from '#main/backend/backend-refused.ts'
import { encryptionKeyId } from '#main/backend/secrets/encryption-key.ts'
import { SecretDamaged } from '#main/backend/secrets/sealer.ts'
import { callWith, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { makeTestIdentityProvider, readRequest } from '#test/support/backend/test-identity-provider.ts'
import { freePort } from '#test/support/net/free-port.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const FILE = 'claimcheck.sqlite'

test('a restart keeps everything: the key still opens, the receipt still counts, the addresses are the same', async () => {
  const first = await openTestBackend({ port: await freePort() })
  const { call, apiKey } = await first.organisation({ policies: { requireTestReceipt: true } })
  const idp = await makeTestIdentityProvider()
  const { draft } = (await call('POST', '/drafts', { domains: ['acme.example'], config: idp.config })).body
  const begun = (await call('POST', `/providers/${draft.id}/test`)).body.test
  const samlResponse = idp.respond({ handOut: draft.handOut, now: first.now(), requestId: begun.request.id })
  const path = `/providers/${draft.id}/test/${begun.id}/response`
  const { receipt } = (await call('POST', path, { samlResponse, relayState: relayStateOf(begun) })).body
  await first.backend.stop()

  const second = await openTestBackend({ ...first.options, port: Number(new URL(first.url).port) })
  const again = callWith(second.url, apiKey)
  expect((await again('GET', `/drafts/${draft.id}`)).body.draft).toEqual(draft)
  expect((await again('POST', `/drafts/${draft.id}/publish`, { receipt })).status).toBe(201)
  expect((await again('PATCH', `/providers/${draft.id}`, { enabled: true })).status).toBe(200)
})

test('data and file are for their owner alone', async () => {
  const dataFolder = join(await temporaryFolder(), 'made/on/the/way')
  await openTestBackend({ dataFolder })
  expect((await stat(dataFolder)).mode & 0o777).toBe(0o700)
  for (const name of [FILE, `${FILE}-wal`, `${FILE}-shm`]) {
    expect({ name, mode: (await stat(join(dataFolder, name))).mode & 0o777 }).toEqual({ name, mode: 0o600 })
  }
})

test('a port that is taken, a folder that is a file, a public URL with a path: each has its reason', async () => {
  const running = await openTestBackend()
  const port = Number(new URL(running.url).port)
  const dataFolder = await temporaryFolder()
  expect(await reasonOf({ ...running.options, dataFolder, port })).toBe('port-taken')
  await writeFile(join(dataFolder, 'a-file'), '')
  expect(await reasonOf({ ...running.options, dataFolder: join(dataFolder, 'a-file') })).toBe('data-folder')
  for (const publicUrl of ['https://acme.example/sso', 'http://acme.example', 'acme.example', 'javascript:alert(1)']) {
    expect({ publicUrl, reason: await reasonOf({ ...running.options, publicUrl }) }).toEqual({
      publicUrl,
      reason: 'public-url',
    })
  }
})

test('another encryption key opens nothing and overwrites nothing', async () => {
  const first = await openTestBackend()
  const { apiKey } = await first.organisation()
  await first.backend.stop()
  const file = join(first.options.dataFolder, FILE)
  const before = await readFile(file)
  expect(await reasonOf({ ...first.options, encryptionKey: randomBytes(32) })).toBe('wrong-encryption-key')
  expect(await reasonOf({ ...first.options, encryptionKey: randomBytes(16) })).toBe('encryption-key-length')
  expect((await readFile(file)).equals(before)).toBe(true)
  const second = await openTestBackend(first.options)
  expect((await callWith(second.url, apiKey)('GET', '/members')).status).toBe(200)
})

test('an encryption key is replaced by starting once with both', async () => {
  const first = await openTestBackend()
  const { call, apiKey } = await first.organisation()
  const idp = await makeTestIdentityProvider()
  const { draft } = (await call('POST', '/drafts', { domains: ['acme.example'], config: idp.config })).body
  const config = { clientId: 'id', clientSecret: 'the-client-secret', discoveryUrl: 'https://idp.example/.well-known' }
  await call('POST', '/providers', { type: 'oidc', issuer: 'x', domain: 'other.example', config })
  await call('POST', '/invitations', { email: 'grace@acme.example' })
  const mails = (await call('GET', '/outbox')).body
  await first.backend.stop()
  const [before, next] = [first.options.encryptionKey, randomBytes(32)]
  const stranger = randomBytes(32)
  const file = join(first.options.dataFolder, FILE)
  const untouched = await readFile(file)
  const wrong = { ...first.options, encryptionKey: next, previousEncryptionKeys: [stranger] }
  expect(await reasonOf(wrong)).toBe('wrong-encryption-key')
  expect((await readFile(file)).equals(untouched)).toBe(true)

  const entries: unknown[] = []
  const log = (entry: { event: string; details: unknown }) => entries.push([entry.event, entry.details])
  const both = { ...first.options, encryptionKey: next, previousEncryptionKeys: [stranger, before], log }
  const second = await openTestBackend(both)
  expect(entries).toEqual([['encryption-key.replaced', { resealed: 4 }]])
  await second.backend.stop()

  const third = await openTestBackend({ ...first.options, encryptionKey: next })
  const again = callWith(third.url, apiKey)
  const begun = (await again('POST', `/providers/${draft.id}/test`)).body.test
  const body = { samlResponse: 'PHgvPg==', relayState: relayStateOf(begun) }
  expect((await again('POST', `/providers/${draft.id}/test/${begun.id}/response`, body)).status).toBe(200)
  expect((await again('GET', '/outbox')).body).toEqual(mails)
  await third.backend.stop()
  expect(await reasonOf(first.options)).toBe('wrong-encryption-key')
  const stored = (await readFile(file)).toString('latin1')
  expect([stored.includes(encryptionKeyId(before)), stored.includes(encryptionKeyId(next))]).toEqual([false, true])
})

test('a damaged file and a newer one are told apart, and left as they are', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'damaged'))
  await writeFile(join(folder, 'damaged', FILE), 'this is not a database'.repeat(500))
  const options = { ...(await openTestBackend()).options }
  expect(await reasonOf({ ...options, dataFolder: join(folder, 'damaged') })).toBe('data-damaged')

  const older = await openTestBackend({ dataFolder: join(folder, 'newer') })
  await older.backend.stop()
  const database = new Database(join(folder, 'newer', FILE))
  database.exec(`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`)
  database.close()
  expect(await reasonOf({ ...older.options })).toBe('data-newer')
})

test('secrets are sealed in the file', async () => {
  const { organisation, options, backend } = await openTestBackend()
  const { call, apiKey } = await organisation({ ownerPassword: 'the-password-of-the-owner' })
  const config = { clientId: 'id', clientSecret: 'the-client-secret', discoveryUrl: 'https://idp.example/.well-known' }
  await call('POST', '/providers', { type: 'oidc', issuer: 'x', domain: 'acme.example', config })
  await call('POST', '/drafts', {})
  await backend.stop()
  const bytes = await readFile(join(options.dataFolder, FILE))
  expect(bytes.includes('acme.example')).toBe(true)
  for (const secret of ['the-client-secret', 'the-password-of-the-owner', 'PRIVATE KEY', apiKey, apiKey.slice(-43)]) {
    expect({ secret, stored: bytes.includes(secret) }).toEqual({ secret, stored: false })
  }
})

test('a sealed key that was moved to another record is a fault, never a key', async () => {
  const first = await openTestBackend()
  const { call, apiKey } = await first.organisation()
  const idp = await makeTestIdentityProvider()
  const { draft } = (await call('POST', '/drafts', { config: idp.config })).body
  const other = (await call('POST', '/drafts', {})).body.draft
  await first.backend.stop()
  const database = new Database(join(first.options.dataFolder, FILE))
  const move =
    'update connections set sp_private_key_sealed = (select sp_private_key_sealed from connections where id = ?)'
  database.prepare(`${move} where id = ?`).run(other.id, draft.id)
  database.close()

  const second = await openTestBackend({ ...first.options, log: (entry) => causes.push(entry.cause) })
  const causes: unknown[] = []
  const again = callWith(second.url, apiKey)
  const begun = (await again('POST', `/providers/${draft.id}/test`)).body.test
  const body = { samlResponse: 'PHgvPg==', relayState: relayStateOf(begun) }
  const answer = await again('POST', `/providers/${draft.id}/test/${begun.id}/response`, body)
  expect(answer).toMatchObject({
    status: 500,
    body: { error: 'internal', message: expect.stringMatching(/req_\w{16}$/) },
  })
  expect(causes).toEqual([expect.any(SecretDamaged)])
})

const relayStateOf = ({ start }: { start: { url: string } }) => readRequest(new URL(start.url)).relayState

async function reasonOf(options: Parameters<typeof openBackend>[0]): Promise<string> {
  try {
    const backend = await openBackend(options)
    await backend.stop()
    return 'opened'
  } catch (error) {
    return error instanceof BackendRefused ? error.reason : String(error)
  }
}
