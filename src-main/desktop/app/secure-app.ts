import { app, protocol, type Session, shell } from 'electron'
import type { Log } from '../log/open-log.ts'
import { isForeign } from '../login-browser/foreign-session.ts'
import { redactAddress } from '../login-browser/redact-address.ts'
import { APP_SCHEME } from '../security/app-origin.ts'
import { guardWebContents } from '../security/guard-web-contents.ts'
import { hardenSession } from '../security/harden-session.ts'

/** Must run before the app is ready, and before any window or session is made: everything that comes is then covered. */
export function secureApp(ownOrigins: readonly string[], log: Log): void {
  // Would take the switch back, and root cannot have Chromium's sandbox. Only tests start the app with it; every window
  // asks for its sandbox by itself as well.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  const report = (what: string, url: string) => log(what, redactAddress(url))
  guardWebContents(app, { ownOrigins, isForeign, report, openOutside: (url) => void shell.openExternal(url) })
  app.on('session-created', (session: Session) => hardenSession(session, report))
  // Without an answer Electron would hand the first certificate of the store to whoever asks.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
}
