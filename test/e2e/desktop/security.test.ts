import { expect, test } from '@playwright/test'
import { type Claimcheck, launchClaimcheck } from '#test/support/electron/claimcheck.ts'
import { loginWindow, practiceConnection } from '#test/support/electron/practice-connection.ts'

let app: Claimcheck

test.beforeAll(async () => {
  app = await launchClaimcheck()
})
test.afterAll(() => app?.close())

test('opens in the real Electron from an empty home, with its own page under a strict policy', async () => {
  expect(await app.window.title()).toBe('Claimcheck')
  const info = await app.ask('app', 'info')
  expect(info).toMatchObject({ secrets: 'passphrase-unset', problems: [], version: '0.1.0' })
  const inPage = await app.window.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'Reflect.set(window, "ranInline", true)'
    document.body.append(script)
    const fetched = await fetch('https://claimcheck.invalid/').then(
      () => 'fetched',
      () => 'refused',
    )
    // In a task of its own: what a debugger evaluates may evaluate.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          resolve(new Function('return "evaluated"')())
        } catch {
          resolve('refused')
        }
      }),
    )
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window)
    return {
      inline: 'ranInline' in window,
      fetched,
      evaluated,
      names,
      features: Object.keys(Reflect.get(window, 'claimcheck')),
    }
  })
  expect(inPage).toEqual({
    inline: false,
    fetched: 'refused',
    evaluated: 'refused',
    names: [],
    features: expect.arrayContaining(['app', 'connections', 'testLogin']),
  })
})

test('no path leads out of the build', async () => {
  const statuses = await app.window.evaluate(async () => {
    const paths = ['/index.html', '/../../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/main/main.js', '/.env']
    return Promise.all(paths.map((path) => fetch(path).then(({ status }) => status)))
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404])
})

test('a page of ours cannot leave, open a window, or hear of permissions', async () => {
  const { electron } = app
  const before = electron.windows().length
  const result = await app.window.evaluate(async () => {
    const opened = globalThis.open('https://claimcheck.invalid/')
    location.href = 'https://claimcheck.invalid/'
    const notification = await Notification.requestPermission()
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      ({ name }) => name,
    )
    return { opened, notification, camera }
  })
  expect(result).toEqual({ opened: null, notification: 'denied', camera: expect.not.stringMatching('granted') })
  expect(app.window.url()).toMatch(/^app:\/\/claimcheck\/index\.html/)
  expect(electron.windows()).toHaveLength(before)
})

test('every page is sandboxed, and the foreign one has nothing of ours', async () => {
  const { connection, idp } = await practiceConnection(app)
  const { id: runId } = await app.ask('testLogin', 'start', { connectionId: connection.id, target: 'application' })
  const { bar, page } = await loginWindow(app, idp.url)

  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Not part of the public types.
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = Reflect.get(
        contents,
        'getLastWebPreferences',
      ).call(contents)
      return { sandbox, contextIsolation, nodeIntegration, webSecurity }
    }),
  )
  const safe = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true }
  expect(preferences).toEqual([safe, safe, safe])

  const globals = (of: typeof page) =>
    of.evaluate(() =>
      ['claimcheck', 'claimcheckBar', 'require', 'process', 'electron'].filter((name) => name in window),
    )
  expect(await globals(page)).toEqual([])
  expect(await globals(bar)).toEqual(['claimcheckBar'])
  expect(await globals(app.window)).toEqual(['claimcheck'])

  // The bar's channels are its own: the main window's are not served there.
  const reach = await app.electron.evaluate(({ webContents }) => {
    const bar = webContents.getAllWebContents().find((each) => each.getURL().includes('login-bar'))
    return bar ? [...Reflect.get(bar.ipc, '_invokeHandlers').keys()] : []
  })
  expect(reach.sort()).toEqual(['claimcheck:loginBar:state', 'claimcheck:loginBar:stop'])

  // A session of its own, in memory: neither our pages nor our cookies are in reach.
  const foreign = await app.electron.evaluate(async ({ webContents, session }, url) => {
    const contents = webContents.getAllWebContents().find((each) => each.getURL().startsWith(url))
    return {
      isDefault: contents?.session === session.defaultSession,
      isStored: contents?.session.isPersistent(),
      handlesOurScheme: contents?.session.protocol.isProtocolHandled('app'),
      cookies: (await session.defaultSession.cookies.get({})).length,
    }
  }, idp.url)
  expect(foreign).toEqual({ isDefault: false, isStored: false, handlesOurScheme: false, cookies: 0 })
  await app.ask('testLogin', 'stop', { runId })
})

test('a call from any other frame is refused', async () => {
  // Sends as Electron would, with a sender that is not the top frame of our page.
  const refusals = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const handlers = contents ? Reflect.get(contents.ipc, '_invokeHandlers') : new Map()
    const call = handlers.get('claimcheck:app:info')
    const ask = async (senderFrame: unknown) => {
      try {
        return JSON.stringify(await call?.({ senderFrame }))
      } catch (error) {
        return (error as Error).message
      }
    }
    const ours = contents?.mainFrame
    return [
      await ask({ url: ours?.url, parent: ours }),
      await ask({ url: 'https://idp.example/', parent: null }),
      await ask(null),
    ]
  })
  expect(refusals).toEqual(['refused', 'refused', 'refused'])
})

test('a page of ours that crashes comes back', async () => {
  const state = () =>
    app.electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (!contents || contents.isCrashed() || contents.isLoading()) return 'gone'
      return contents.executeJavaScript('typeof claimcheck.app.info')
    })
  await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const gone = new Promise((resolve) => contents?.once('render-process-gone', resolve))
    contents?.forcefullyCrashRenderer()
    return gone.then(() => undefined)
  })
  await expect.poll(state).toBe('function')
})
