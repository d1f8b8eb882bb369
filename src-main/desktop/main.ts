/** The desktop app: composes, and does nothing itself. */
import { app, type BrowserWindow, dialog, Menu, protocol } from 'electron'
import { contract } from '#shared/ipc/contract.ts'
import { closeDesk, type Desk, emptyBin, openDesk } from './app/open-desk.ts'
import { chooseUserData, pathsOf } from './app/paths.ts'
import { quitInOrder } from './app/quit-in-order.ts'
import { secureApp } from './app/secure-app.ts'
import { allHandlers } from './ipc/handlers/all-handlers.ts'
import { closeSharedChannels, serve } from './ipc/serve.ts'
import { openLog } from './log/open-log.ts'
import { applicationMenu } from './menu/application-menu.ts'
import { servePages } from './protocol/serve-pages.ts'
import { APP_SCHEME, isOwnPage } from './security/app-origin.ts'
import { openMainWindow } from './windows/main-window.ts'
import { ownPages } from './windows/own-page.ts'

chooseUserData(app, process.env)
const paths = pathsOf(app)
const pages = ownPages(app, process.env)

// Two apps on one workspace would write over each other; the second shows the first, and goes.
if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  const log = openLog(paths.logs, () => new Date())
  let window: BrowserWindow | undefined
  secureApp(pages.origins, log)
  // Electron's own answer is a dialog that stops everything; what the user has is on the disk.
  process.on('uncaughtException', (error) => log('uncaught', error))
  process.on('unhandledRejection', (cause) => log('unhandled', cause))
  app.on('child-process-gone', (_event, { type, reason }) => log(`a process is gone: ${type}`, reason))
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })

  const show = async (desk: Desk) => {
    const handlers = allHandlers(desk.context, desk.testLogins)
    const isOurs = (url: string) => isOwnPage(url, pages.origins)
    await openMainWindow({
      pages,
      preload: paths.preload,
      settings: desk.context.settings,
      serveTo: (contents) => serve(contents.ipc, { contract, handlers, isOurs, report: log }),
      onOpened: (opened) => {
        window = opened
      },
      onClosed: () => {
        window = undefined
        if (process.platform !== 'darwin') app.quit()
      },
    })
  }

  const start = async () => {
    log(`started ${app.getVersion()}`, `electron ${process.versions.electron}`)
    protocol.handle(APP_SCHEME, servePages(paths.pages))
    const desk = await openDesk(paths, pages, log, () => window)
    log(`secrets: ${desk.context.secrets.state}`)
    closeSharedChannels()
    quitInOrder(() => closeDesk(desk), log)
    await emptyBin(desk.context)
    Menu.setApplicationMenu(applicationMenu(app, process.platform))
    await show(desk)
    app.on('activate', () => {
      if (!window) void show(desk)
    })
  }

  // Not awaited here: Electron is ready only after this module is done.
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log('could not start', error)
      dialog.showErrorBox('Claimcheck could not start', `Its log is in ${paths.logs}.`)
      app.exit(1)
    })
}
