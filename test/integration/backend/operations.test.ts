import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { backUpBackend, restoreBackend } from '#main/backend/backend.ts'
import { openStorage } from '#main/backend/storage/open-storage.ts'
import { callWith, MINUTE, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const statusOf = async (url: string) => (await fetch(url)).status

test('asked to stop, it says that it is not ready, answers until it is drained, and finishes what it began', async () => {
  let drained = () => {}
  const untilDrained = new Promise<void>((resolve) => {
    drained = resolve
  })
  const { backend, url } = await openTestBackend({ drained: () => untilDrained })
  expect([await statusOf(`${url}/health`), await statusOf(`${url}/ready`)]).toEqual([200, 200])
  const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(url).port) })
  await once(socket, 'connect')
  const body = 'email=ada%40acme.example'
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: ${new URL(url).host}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
      `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body.slice(0, 5)}`,
  )
  const stopped = backend.stop()
  expect([await statusOf(`${url}/health`), await statusOf(`${url}/ready`)]).toEqual([200, 503])
  expect(await statusOf(`${url}/sign-in`)).toBe(200)
  drained()
  socket.write(body.slice(5))
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /)
  socket.destroy()
  await stopped
  await expect(fetch(`${url}/health`)).rejects.toThrow()
})

test('probes answer under any host name, and nothing else does', async () => {
  const { url } = await openTestBackend()
  const ask = async (path: string) => {
    const [answer] = (await once(get(`${url}${path}`, { headers: { host: '10.0.0.5:8080' } }), 'response')) as [
      IncomingMessage,
    ]
    answer.resume()
    return answer.statusCode
  }
  expect(await Promise.all(['/health', '/ready', '/sign-in'].map(ask))).toEqual([200, 200, 403])
})

test('what is counted tells of routes and results, never of persons or tokens', async () => {
  const { backend, ...world } = await openTestBackend({ metricsPort: 0 })
  const tenant = await world.organisation()
  const { setupUrl } = (await tenant.call('POST', '/setup-link', { domains: ['acme.example'] })).body
  await fetch(`${setupUrl}/provider`)
  await fetch(`${world.url}/saml/acs?connection=conn_${'0'.repeat(22)}`, {
    method: 'POST',
    body: new URLSearchParams({ SAMLResponse: 'x', RelayState: 'ada@acme.example' }),
  })
  const answer = await fetch(backend.metricsUrl ?? '')
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(text).toContain('claimcheck_request_seconds_count{method="GET",route="/setup/:token/provider",status="200"} 1')
  expect(text).toContain('process_resident_memory_bytes')
  expect(text).not.toContain(setupUrl.slice(-43))
  expect(text).not.toContain('ada@')
  expect((await fetch(`${world.url}/metrics`)).status).toBe(404)
})

test('sign-ins are counted by what became of them', async () => {
  const world = await openSignInWorld({}, {}, { metricsPort: 0 })
  await world.signIn(new TestBrowser())
  await world.post(new TestBrowser(), 'PHgvPg==', 'unknown')
  const text = await (await fetch(world.backend.metricsUrl ?? '')).text()
  expect(text).toContain('claimcheck_sign_ins_total{result="accepted"} 1')
  expect(text).toContain('claimcheck_sign_ins_total{result="flow-unknown"} 1')
})

test('a backup made while it is served holds everything, and opens where it is restored', async () => {
  const { backend, options, organisation } = await openTestBackend()
  const { call, apiKey } = await organisation()
  await call('PATCH', '/organisation', { name: 'Before the backup' })
  const file = join(await temporaryFolder(), 'backup.sqlite')
  backUpBackend(options.dataFolder, file)
  await call('PATCH', '/organisation', { name: 'After the backup' })
  expect(() => backUpBackend(options.dataFolder, file)).toThrow('backup-target')
  expect(() => restoreBackend(file, options.dataFolder)).toThrow('data-exists')
  await backend.stop()

  const dataFolder = join(await temporaryFolder(), 'new')
  restoreBackend(file, dataFolder)
  const restored = await openTestBackend({ ...options, dataFolder })
  const again = callWith(restored.url, apiKey)
  expect((await again('GET', '/organisation')).body.organisation.name).toBe('Before the backup')
  expect((await again('GET', '/audit/verification')).body).toMatchObject({ intact: true })
})

test('what is no backup, or is damaged, is put nowhere', async () => {
  const folder = await temporaryFolder()
  const empty = join(folder, 'empty.sqlite')
  new Database(empty).close()
  expect(() => restoreBackend(empty, join(folder, 'a'))).toThrow('backup-damaged')
  expect(() => restoreBackend(join(folder, 'missing'), join(folder, 'a'))).toThrow('backup-damaged')
  expect(() => backUpBackend(join(folder, 'a'), join(folder, 'b'))).toThrow('data-missing')
})

test('more than one batch has expired: the broom goes on until nothing is left', async () => {
  const world = await openSignInWorld()
  const storage = await openStorage(world.options.dataFolder)
  const database = new Database(join(world.options.dataFolder, 'claimcheck.sqlite'))
  await world.start(new TestBrowser())
  database.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 1200)
    insert into login_flows (id, organisation_id, connection_id, purpose, request_id, relay_state_sha256, created_at, expires_at)
    select 'flow_' || i, organisation_id, connection_id, purpose, 'r' || i, 's' || i, created_at, expires_at from n, login_flows`)
  world.advance(10 * MINUTE)
  const gone: number[] = []
  for (let rows = -1; rows !== 0; ) {
    rows = await storage.cleanUp(world.now())
    gone.push(rows)
  }
  // Small batches: a sign-in waits for one of them at most.
  expect(gone).toEqual([500, 500, 201, 0])
  database.close()
  await storage.close()
})
