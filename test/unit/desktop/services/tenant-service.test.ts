import { describe, expect, test, vi } from 'vitest'
import type { BundledTenant } from '#main/desktop/services/bundled-tenant.ts'
import type { RemoteTenant } from '#main/desktop/services/remote-tenant.ts'
import { TenantService } from '#main/desktop/services/tenant-service.ts'
import type { TenantPlace, TenantStatus } from '#shared/model/tenant.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { memorySettings } from '#test/support/desktop/memory-settings.ts'

const url = 'https://sso.example.com'
const input = { url, apiKey: 'key', certificateAuthority: '' }
const running = (place: TenantPlace): TenantStatus => ({
  state: 'running',
  place,
  url: place.kind === 'here' ? 'http://127.0.0.1:7500' : place.url,
  organisationId: `org_${'0'.repeat(22)}` as never,
  organisation: 'Example organisation',
  signInUrl: `${url}/sign-in`,
  apiKeyId: null,
})

/** Two backends that know whether they run, and what became of the remote one's key. */
function setUp(settings = memorySettings()) {
  const state = { isRunning: false, isConnected: false, hasKey: true }
  const told: TenantStatus[] = []
  const bundled = {
    get status(): TenantStatus {
      return state.isRunning ? running({ kind: 'here' }) : { state: 'stopped', place: { kind: 'here' } }
    },
    access: () => ({ baseUrl: 'http://127.0.0.1:7500', apiKey: 'bundled', isRemote: false }),
    start: async () => {
      state.isRunning = true
    },
    stop: vi.fn(async () => {
      state.isRunning = false
    }),
  }
  const remote = {
    status: (place: TenantPlace) => (state.isConnected ? running(place) : { state: 'stopped', place }),
    access: () => ({ baseUrl: url, apiKey: 'remote', isRemote: true }),
    connect: vi.fn(async () => {
      state.isConnected = true
      return url
    }),
    reconnect: vi.fn(async () => {
      if (!state.hasKey) throw new InputRefused('tenant.key-missing', 'apiKey')
      state.isConnected = true
    }),
    disconnect: () => {
      state.isConnected = false
    },
    forget: async () => {
      state.isConnected = false
      state.hasKey = false
    },
  }
  const service = new TenantService({
    bundled: bundled as unknown as BundledTenant,
    remote: remote as unknown as RemoteTenant,
    settings,
    onChange: (status) => told.push(status),
  })
  return { service, settings, state, bundled, remote, told }
}

describe('a backend elsewhere', () => {
  test('takes the place of the bundled one, which is stopped, and everyone is told', async () => {
    const { service, state, told } = setUp()
    await service.start()
    expect(await service.connect(input)).toMatchObject({ state: 'running', place: { kind: 'remote', url } })
    expect(service.access().apiKey).toBe('remote')
    expect(state.isRunning).toBe(false)
    expect(told.at(-1)).toEqual(service.status)
  })

  test('that cannot be reached changes nothing', async () => {
    const { service, state, remote, settings } = setUp()
    await service.start()
    remote.connect.mockRejectedValueOnce(new InputRefused('tenant.unreachable'))
    await expect(service.connect(input)).rejects.toMatchObject({ problem: { code: 'tenant.unreachable' } })
    expect(state.isRunning).toBe(true)
    expect(settings.get('tenantPlace')).toBeUndefined()
    expect(service.access().apiKey).toBe('bundled')
  })

  test('is connected to again as the app starts; what stands in the way is nobody’s crash', async () => {
    const { service, settings } = setUp()
    await service.connect(input)
    const later = setUp(settings)
    await later.service.resume()
    expect(later.service.status).toMatchObject({ state: 'running', place: { kind: 'remote', url } })
    const locked = setUp(settings)
    locked.state.hasKey = false
    await locked.service.resume()
    expect(locked.service.status).toMatchObject({ state: 'stopped', place: { kind: 'remote', url } })
  })

  test('that is disconnected keeps its key; going back to the bundled one deletes it', async () => {
    const { service, state } = setUp()
    await service.connect(input)
    expect(await service.stop()).toEqual({ state: 'stopped', place: { kind: 'remote', url } })
    expect(state.hasKey).toBe(true)
    expect(await service.start()).toMatchObject({ state: 'running' })
    expect(await service.forgetRemote()).toEqual({ state: 'stopped', place: { kind: 'here' } })
    expect(state.hasKey).toBe(false)
  })
})

test('the bundled one is not connected to as the app starts, and is stopped as it ends', async () => {
  const { service, remote, bundled } = setUp()
  await service.resume()
  expect(remote.reconnect).not.toHaveBeenCalled()
  await service.close()
  expect(bundled.stop).toHaveBeenCalledOnce()
})
