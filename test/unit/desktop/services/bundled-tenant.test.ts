import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backendProcess } from '#main/desktop/processes/contracts.ts'
import { BundledTenant } from '#main/desktop/services/bundled-tenant.ts'
import type { Problem } from '#shared/model/problem.ts'
import type { TenantStatus } from '#shared/model/tenant.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { FakeProcess } from '#test/support/desktop/fake-process.ts'
import { memorySettings } from '#test/support/desktop/memory-settings.ts'
import { noKeychain, openSecrets } from '#test/support/desktop/open-secrets.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const orgId = `org_${'0'.repeat(22)}` as never

/** A backend that knows what it was opened with. */
async function setUp({ keychain, folder: given }: { keychain?: typeof noKeychain; folder?: string } = {}) {
  const folder = given ?? (await temporaryFolder())
  const opened: { port: number; encryptionKey: string }[] = []
  const initialised: unknown[] = []
  const processes: FakeProcess<typeof backendProcess>[] = []
  const statuses: TenantStatus[] = []
  const warnings: Problem[] = []
  const refuse: { next?: InputRefused } = {}
  const secrets = await openSecrets(join(folder, 'secrets'), keychain)
  const settings = memorySettings()
  const service = new BundledTenant({
    fork: () => {
      const process = new FakeProcess(backendProcess, {
        backend: {
          open: async ({ port, encryptionKey }) => {
            const refusal = refuse.next
            delete refuse.next
            if (refusal) throw refusal
            opened.push({ port, encryptionKey: Buffer.from(encryptionKey).toString('hex') })
            return { url: `http://127.0.0.1:${port || 40_000}` }
          },
          initialise: async (organisation) => {
            initialised.push(organisation)
            return { orgId, apiKey: `key-${initialised.length}` }
          },
          stop: async () => undefined,
        },
      })
      processes.push(process)
      return process.port
    },
    secrets,
    settings,
    dataFolder: join(folder, 'tenant'),
    clock: () => new Date('2026-11-22T08:00:00Z'),
    onChange: (status) => statuses.push(status),
    warn: (warning) => warnings.push(warning),
    report: () => undefined,
  })
  return { folder, service, opened, initialised, processes, statuses, warnings, refuse, secrets }
}

describe('the first start', () => {
  test('makes an organisation, keeps its key from the window, and tells everyone', async () => {
    const { service, statuses, initialised } = await setUp()
    const status = await service.start()
    expect(status).toEqual({
      state: 'running',
      place: { kind: 'here' },
      url: 'http://127.0.0.1:40000',
      organisationId: orgId,
      organisation: 'Example organisation',
      signInUrl: 'http://127.0.0.1:40000/sign-in',
      apiKeyId: null,
    })
    expect(statuses).toEqual([status])
    expect(initialised).toEqual([{ organisation: 'Example organisation', owner: 'owner@example.com' }])
    expect(service.access()).toEqual({ baseUrl: 'http://127.0.0.1:40000', apiKey: 'key-1', isRemote: false })
  })

  test('twice at once is one start', async () => {
    const { service, processes } = await setUp()
    await Promise.all([service.start(), service.start()])
    expect(processes).toHaveLength(1)
  })

  test('waits until secrets can be kept', async () => {
    const { service, processes } = await setUp({ keychain: noKeychain })
    await expect(service.start()).rejects.toMatchObject({ problem: { code: 'secrets.unset' } })
    expect(processes).toEqual([])
    expect(service.status).toEqual({ state: 'stopped', place: { kind: 'here' } })
  })
})

test('a later start is the same organisation, at the same port, with the same key', async () => {
  const { service, opened, initialised } = await setUp()
  const first = await service.start()
  expect(await service.stop()).toEqual({ state: 'stopped', place: { kind: 'here' } })
  expect(() => service.access()).toThrow(InputRefused)
  expect(await service.start()).toEqual(first)
  expect(initialised).toHaveLength(1)
  expect(opened.map(({ port }) => port)).toEqual([0, 40_000])
  expect(opened[1]?.encryptionKey).toBe(opened[0]?.encryptionKey)
  expect(opened[0]?.encryptionKey).toMatch(/^[0-9a-f]{64}$/)
})

test('a port that is taken is said so, the process is gone, and another try works', async () => {
  const { service, refuse, processes } = await setUp()
  refuse.next = new InputRefused('tenant.port-taken')
  await expect(service.start()).rejects.toMatchObject({ problem: { code: 'tenant.port-taken' } })
  expect(processes.map(({ isAlive }) => isAlive)).toEqual([false])
  expect(service.status).toEqual({ state: 'stopped', place: { kind: 'here' } })
  expect((await service.start()).state).toBe('running')
})

test('a crash is told with its problem, and the next start begins anew', async () => {
  const { service, processes, statuses } = await setUp()
  await service.start()
  processes[0]?.exit(139)
  expect(statuses.at(-1)).toMatchObject({ state: 'stopped', problem: { code: 'tenant.crashed' } })
  expect(service.status).toEqual(statuses.at(-1))
  expect(await service.start()).toMatchObject({ state: 'running' })
  expect(service.status).not.toHaveProperty('problem')
})

test('data whose key is gone is set aside and said so; nothing is deleted', async () => {
  const { folder, service, warnings, secrets, initialised } = await setUp()
  await service.start()
  await service.stop()
  await mkdir(join(folder, 'tenant'))
  await writeFile(join(folder, 'tenant', 'data.db'), 'rows')
  await secrets.remove('tenant.encryption-key')
  await service.start()
  const [aside] = (await readdir(folder)).filter((name) => name.startsWith('tenant.'))
  expect(await readdir(join(folder, aside!))).toEqual(['data.db'])
  expect(warnings).toEqual([
    expect.objectContaining({ code: 'tenant.set-aside', what: expect.stringContaining(aside!) }),
  ])
  expect(initialised).toHaveLength(2)
})
