import type { App, Session, WebContents } from 'electron'
import { isOwnPage } from './app-origin.ts'
import { mayOpenOutside } from './outside-links.ts'

export interface GuardOptions {
  readonly ownOrigins: readonly string[]
  /** Sessions of foreign sign-in pages: they go where the identity provider sends them, on the web only. */
  readonly isForeign: (session: Session) => boolean
  readonly openOutside: (url: string) => void
  readonly report: (what: string, url: string) => void
}

/** One guard for every web contents there will ever be, children of children too. It must be set before any window is made. */
export function guardWebContents(app: App, options: GuardOptions): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, options))
}

function guard(contents: WebContents, options: GuardOptions): void {
  const mayGo = (url: string) =>
    options.isForeign(contents.session) ? isWebPage(url) : isOwnPage(url, options.ownOrigins)
  const stop = (event: { preventDefault: () => void }, url: string) => {
    if (mayGo(url)) return
    event.preventDefault()
    options.report('navigation refused', url)
  }
  contents.on('will-navigate', (event) => stop(event, event.url))
  contents.on('will-redirect', (event) => stop(event, event.url))
  contents.on('will-frame-navigate', (event) => stop(event, event.url))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    // A sign-in page that wants a window of its own gets the view it is in: there is never a second window to watch.
    if (options.isForeign(contents.session)) {
      if (isWebPage(url)) setImmediate(() => void contents.loadURL(url).catch(() => undefined))
    } else if (mayOpenOutside(url)) options.openOutside(url)
    else options.report('window refused', url)
    return { action: 'deny' }
  })
}

/** What a sign-in page may show: the web, and the empty pages that its frames begin as. */
function isWebPage(url: string): boolean {
  if (url === 'about:blank' || url === 'about:srcdoc') return true
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol)
}
