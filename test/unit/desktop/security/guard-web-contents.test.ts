import { EventEmitter, once } from 'node:events'
import type { App, Session, WebContents } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { guardWebContents } from '#main/desktop/security/guard-web-contents.ts'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

/** A web contents as the guard sees it: its events, its session and the handler it is given. */
class FakeContents extends EventEmitter {
  readonly session: Session
  readonly loadURL = vi.fn(async () => undefined)
  openHandler: OpenHandler | undefined

  constructor(session: Session) {
    super()
    this.session = session
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  /** @returns whether the guard stopped it */
  goes(event: string, url: string): boolean {
    const preventDefault = vi.fn()
    this.emit(event, { url, preventDefault })
    return preventDefault.mock.calls.length > 0
  }

  opens(url: string) {
    return this.openHandler?.({ url } as Parameters<OpenHandler>[0])
  }
}

function guarded() {
  const app = new EventEmitter()
  const foreign = {} as Session
  const openOutside = vi.fn()
  const report = vi.fn()
  guardWebContents(app as App, {
    ownOrigins: ['app://claimcheck'],
    isForeign: (session) => session === foreign,
    openOutside,
    report,
  })
  const make = (session: Session) => {
    const contents = new FakeContents(session)
    app.emit('web-contents-created', {}, contents)
    return contents
  }
  return { ours: make({} as Session), foreign: make(foreign), openOutside, report }
}

const navigations = ['will-navigate', 'will-redirect', 'will-frame-navigate']

describe('a page of ours', () => {
  test.each(navigations)('%s leads to our exact origin only', (event) => {
    const { ours, report } = guarded()
    expect(ours.goes(event, 'app://claimcheck/index.html#/connections')).toBe(false)
    const elsewhere = [
      'https://app.evil/',
      'https://claimcheck/',
      'app://claimcheck.evil/',
      'app://claimcheck:1/',
      'app://x@claimcheck/',
      'app:claimcheck',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      'about:blank',
      '',
    ]
    for (const url of elsewhere) expect(ours.goes(event, url), url).toBe(true)
    expect(report).toHaveBeenCalledTimes(elsewhere.length)
  })

  test("never opens a window; a specification opens in the system's browser", () => {
    const { ours, openOutside } = guarded()
    expect(ours.opens('https://docs.oasis-open.org/security/saml/v2.0/')).toEqual({ action: 'deny' })
    expect(openOutside).toHaveBeenCalledWith('https://docs.oasis-open.org/security/saml/v2.0/')
    openOutside.mockClear()
    const others = [
      'http://docs.oasis-open.org/',
      'https://docs.oasis-open.org.evil/',
      'https://docs.oasis-open.org@evil/',
      'https://docs.oasis-open.org:8443/',
      'https://evil/?https://docs.oasis-open.org/',
      'file:///etc/passwd',
      'smb://host/share',
      'ms-msdt:/id',
      'javascript:alert(1)',
      'app://claimcheck/index.html',
      'not an address',
    ]
    for (const url of others) expect(ours.opens(url), url).toEqual({ action: 'deny' })
    expect(openOutside).not.toHaveBeenCalled()
  })
})

describe('a foreign page', () => {
  test.each(navigations)('%s goes anywhere on the web, and nowhere else', (event) => {
    const { foreign } = guarded()
    for (const url of ['https://idp.example/', 'http://127.0.0.1:7400/', 'about:blank', 'about:srcdoc'])
      expect(foreign.goes(event, url), url).toBe(false)
    for (const url of [
      'app://claimcheck/index.html',
      'file:///etc/passwd',
      'myapp://x',
      'javascript:1',
      'data:text/html,x',
    ])
      expect(foreign.goes(event, url), url).toBe(true)
  })

  test('gets its new window in the view it is in', async () => {
    const { foreign, openOutside } = guarded()
    expect(foreign.opens('https://idp.example/help')).toEqual({ action: 'deny' })
    await new Promise(setImmediate)
    expect(foreign.loadURL).toHaveBeenCalledWith('https://idp.example/help')
    for (const url of ['app://claimcheck/', 'file:///x', 'myapp://x', 'about:config']) foreign.opens(url)
    await new Promise(setImmediate)
    expect(foreign.loadURL).toHaveBeenCalledTimes(1)
    expect(openOutside).not.toHaveBeenCalled()
  })
})

test('no page gets a webview', async () => {
  const { ours, foreign } = guarded()
  for (const contents of [ours, foreign]) {
    const preventDefault = vi.fn()
    const emitted = once(contents, 'will-attach-webview')
    contents.emit('will-attach-webview', { preventDefault })
    await emitted
    expect(preventDefault).toHaveBeenCalled()
  }
})
