/** One window: our bar above, a foreign page below. Catches the form that the foreign page posts to the callback. */
import { join } from 'node:path'
import { app, BaseWindow, WebContentsView } from 'electron'
import { captureWire } from './capture-wire.mjs'
import { catchCallback } from './catch-callback.mjs'

const callback = process.env.PROOF_CALLBACK ?? ''
const start = process.env.PROOF_START ?? ''
const barHeight = 48

// Not awaited here: Electron is ready only after this module is done.
app.whenReady().then(openLoginWindow)

async function openLoginWindow() {
  const window = new BaseWindow({ width: 900, height: 640, title: 'Login window proof' })
  const bar = new WebContentsView({ webPreferences: { sandbox: true } })
  const foreign = new WebContentsView({ webPreferences: { sandbox: true, partition: 'one-login' } })
  const { width = 0, height = 0 } = window.getContentBounds()
  bar.setBounds({ x: 0, y: 0, width, height: barHeight })
  foreign.setBounds({ x: 0, y: barHeight, width, height: height - barHeight })
  window.contentView.addChildView(bar)
  window.contentView.addChildView(foreign)

  await bar.webContents.loadFile(join(import.meta.dirname, 'bar.html'))
  const showAddress = (/** @type {string} */ url) =>
    bar.webContents.executeJavaScript(`document.querySelector('#address').textContent = ${JSON.stringify(url)}`)
  const follow = (/** @type {{ url: string, isMainFrame: boolean }} */ { url, isMainFrame }) => {
    if (isMainFrame && /^https?:/.test(url)) showAddress(url)
  }
  foreign.webContents.on('did-start-navigation', follow)
  foreign.webContents.on('did-redirect-navigation', follow)

  // Network.enable on a view that has loaded nothing never answers.
  await foreign.webContents.loadURL('about:blank')
  const wire = await captureWire(foreign.webContents.debugger)
  const caught = catchCallback(foreign.webContents, callback, join(import.meta.dirname, 'caught.html'))
  Object.assign(globalThis, { loginWindowProof: { wire, caught, foreign, window } })
  await foreign.webContents.loadURL(start)
}
