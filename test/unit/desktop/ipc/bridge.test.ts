import { beforeEach, describe, expect, test, vi } from 'vitest'

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn() },
  ipcRenderer: { invoke: vi.fn(), on: vi.fn(), off: vi.fn() },
  webUtils: { getPathForFile: vi.fn() },
}))
vi.mock('electron', () => electron)

const { expose } = await import('#main/desktop/preload/expose.ts')
const { outlineOf, outlineSwitch } = await import('#main/desktop/ipc/outline.ts')
const { tellBy, tellWindows } = await import('#main/desktop/ipc/tell.ts')
const { contract } = await import('#shared/ipc/contract.ts')
const { loginBarContract } = await import('#shared/ipc/login-bar.ts')

type Exposed = Record<string, Record<string, (argument?: unknown) => unknown>>

/** What the page of a window with this contract gets. */
function exposed(global: string, of: Parameters<typeof outlineOf>[1]): Exposed {
  expose(['/electron', '--other=1', outlineSwitch(outlineOf(global, of))])
  const [name, api] = electron.contextBridge.exposeInMainWorld.mock.lastCall ?? []
  expect(name).toBe(global)
  return api
}

beforeEach(() => vi.clearAllMocks())

describe('the preload', () => {
  test('puts exactly the contract into the page', () => {
    const api = exposed('claimcheck', contract)
    const names = (of: object) => Object.entries(of).map(([feature, members]) => [feature, Object.keys(members).sort()])
    expect(names(api)).toEqual(names(contract))
    expect(JSON.stringify(api)).not.toContain('ipcRenderer')
  })

  test('gives the bar its own few calls and no others', () => {
    expect(Object.keys(exposed('claimcheckBar', loginBarContract))).toEqual(['loginBar'])
  })

  test('asks on the channel of the call and hands the answer over', async () => {
    electron.ipcRenderer.invoke.mockResolvedValue({ ok: true, value: 1 })
    const api = exposed('claimcheck', contract)
    expect(await api.connections?.get?.({ id: 'x' })).toEqual({ ok: true, value: 1 })
    expect(electron.ipcRenderer.invoke).toHaveBeenCalledWith('claimcheck:connections:get', { id: 'x' })
  })

  test('tells where a file is only of a file: a page cannot name a path', async () => {
    const chosen = new File(['x'], 'federation.xml')
    electron.webUtils.getPathForFile.mockImplementation((file: unknown) => {
      if (!(file instanceof File)) throw new TypeError('not a File')
      return file === chosen ? '/home/someone/federation.xml' : ''
    })
    const open = (file: unknown) => exposed('claimcheck', contract).identityProvider?.openAggregateFile?.(file)
    const asked = () => electron.ipcRenderer.invoke.mock.calls
    await open(chosen)
    await open(new File(['x'], '/etc/passwd'))
    for (const path of ['/etc/passwd', { path: '/etc/passwd' }]) expect(() => open(path)).toThrow('not a File')
    expect(asked().map(([, input]) => input)).toEqual([{ path: '/home/someone/federation.xml' }, { path: '' }])
  })

  test('lets a page listen and stop, and never hands it the event with its sender', () => {
    const api = exposed('claimcheck', contract)
    const heard: unknown[] = []
    const stop = api.connections?.changed?.((...all: unknown[]) => heard.push(...all)) as () => void
    const [channel, receive] = electron.ipcRenderer.on.mock.lastCall ?? []
    expect(channel).toBe('claimcheck:connections:changed')
    receive({ sender: 'ipcRenderer' }, 'payload')
    expect(heard).toEqual(['payload'])
    stop()
    expect(electron.ipcRenderer.off).toHaveBeenCalledWith(channel, receive)
  })

  test('puts nothing into a page that was given nothing', () => {
    expose(['/electron', '--type=renderer'])
    expect(electron.contextBridge.exposeInMainWorld).not.toHaveBeenCalled()
  })
})

describe('what main tells', () => {
  test('is one function per event, and its payload is checked and cut down', () => {
    const sent: unknown[] = []
    const tell = tellBy(contract, (...all) => sent.push(all))
    tell.connections.removed({ id: `conn_${'0'.repeat(22)}`, secret: 'key' } as never)
    expect(sent).toEqual([['connections', 'removed', { id: `conn_${'0'.repeat(22)}` }]])
    expect(() => tell.connections.removed({ id: 'nonsense' } as never)).toThrow()
    expect(Object.keys(tell.connections).sort()).toEqual(['changed', 'removed'])
  })

  test('reaches the windows that are open, and none that is gone', () => {
    const window = (isDestroyed: boolean) => ({ isDestroyed: () => isDestroyed, send: vi.fn() })
    const [open, gone] = [window(false), window(true)]
    tellWindows(contract, () => [open, gone]).connections.removed({ id: `conn_${'0'.repeat(22)}` } as never)
    expect(open.send).toHaveBeenCalledWith('claimcheck:connections:removed', { id: `conn_${'0'.repeat(22)}` })
    expect(gone.send).not.toHaveBeenCalled()
  })
})
