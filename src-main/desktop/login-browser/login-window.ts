import {
  BaseWindow,
  type Session,
  type WebContents,
  type WebContentsDidStartNavigationEventParams,
  WebContentsView,
} from 'electron'
import { type LoginBarState, loginBarContract } from '#shared/ipc/login-bar.ts'
import { type Channels, serve } from '../ipc/serve.ts'
import { tellWindows } from '../ipc/tell.ts'
import { isOwnPage } from '../security/app-origin.ts'
import { foreignPreferences, ourPreferences } from '../windows/our-preferences.ts'
import type { OwnPages } from '../windows/own-page.ts'
import { barAddress } from './bar-address.ts'
import { forgetForeignSession, openForeignSession } from './foreign-session.ts'

export interface LoginWindowOptions {
  readonly purpose: LoginBarState['purpose']
  readonly title: string
  readonly pages: OwnPages
  readonly preload: string
  /** The bar's stop was pressed. */
  readonly onStop: () => void
  readonly report: (what: string, cause: unknown) => void
}

const BAR_HEIGHT = 52

type Navigation = Pick<WebContentsDidStartNavigationEventParams, 'url' | 'isMainFrame' | 'isSameDocument'>

/** Our bar above, a foreign page below, in one window. Closing it ends and forgets the foreign page's whole session. */
export class LoginWindow {
  readonly window: BaseWindow
  readonly session: Session
  /** The foreign one. */
  readonly page: WebContents
  /** Ours. A view forgets its contents when they are gone. */
  readonly #barPage: WebContents
  readonly #bar: WebContentsView
  readonly #foreign: WebContentsView
  readonly #tell = tellWindows(loginBarContract, () => [this.#barPage])
  #state: LoginBarState

  private constructor(options: LoginWindowOptions) {
    const { pages, preload, purpose, report } = options
    this.#state = { purpose, phase: 'opening', address: '', connection: 'none', says: null }
    this.session = openForeignSession()
    this.window = new BaseWindow({ width: 1000, height: 780, minWidth: 480, minHeight: 400, title: options.title })
    this.#bar = new WebContentsView({ webPreferences: ourPreferences(preload, 'claimcheckBar', loginBarContract) })
    this.#foreign = new WebContentsView({ webPreferences: { ...foreignPreferences, session: this.session } })
    this.#barPage = this.#bar.webContents
    this.page = this.#foreign.webContents
    this.window.contentView.addChildView(this.#foreign)
    this.window.contentView.addChildView(this.#bar)
    this.#lay()
    this.window.on('resize', () => this.#lay())
    this.window.on('closed', () => void this.#end().catch((cause) => report('A login session was not cleared', cause)))
    serve(this.#barPage.ipc as Channels, {
      contract: loginBarContract,
      handlers: {
        loginBar: {
          state: async () => this.#state,
          stop: async () => options.onStop(),
        },
      },
      isOurs: (url) => isOwnPage(url, pages.origins),
      report,
    })
    this.#followAddress()
  }

  /** Resolves with the bar shown and the foreign view empty. */
  static async open(options: LoginWindowOptions): Promise<LoginWindow> {
    const opened = new LoginWindow(options)
    try {
      await Promise.all([
        opened.#barPage.loadURL(options.pages.urlOf('login-bar/index.html')),
        opened.page.loadURL('about:blank'),
      ])
    } catch (error) {
      // Closed before it was loaded: whoever waits for it sees that it is not open.
      if (opened.isOpen) throw error
    }
    return opened
  }

  get isOpen(): boolean {
    return !this.window.isDestroyed()
  }

  /** From now on our own page fills the window. */
  showOurs(phase: 'caught' | 'failed', says: string | null): void {
    if (!this.isOpen) return
    this.#foreign.setVisible(false)
    this.#change({ phase, says, connection: 'none' })
    this.#lay()
  }

  close(): void {
    if (this.isOpen) this.window.destroy()
  }

  #lay(): void {
    const { width, height } = this.window.getContentBounds()
    const isOurs = this.#state.phase === 'caught' || this.#state.phase === 'failed'
    this.#bar.setBounds({ x: 0, y: 0, width, height: isOurs ? height : BAR_HEIGHT })
    this.#foreign.setBounds({ x: 0, y: BAR_HEIGHT, width, height: Math.max(0, height - BAR_HEIGHT) })
  }

  #followAddress(): void {
    // On the way to an address nothing is known of the connection to it.
    const follow = ({ url, isMainFrame, isSameDocument }: Navigation) => {
      if (isMainFrame && !isSameDocument && /^https?:/.test(url))
        this.#change({ phase: 'browsing', ...barAddress(url), connection: 'none' })
    }
    this.page.on('did-start-navigation', follow)
    this.page.on('did-redirect-navigation', follow)
    const arrive = (url: string) => {
      if (/^https?:/.test(url)) this.#change({ phase: 'browsing', ...barAddress(url) })
    }
    this.page.on('did-navigate', (_event, url) => arrive(url))
    this.page.on('did-navigate-in-page', (_event, url, isMainFrame) => isMainFrame && arrive(url))
  }

  #change(change: Partial<LoginBarState>): void {
    const isOver = this.#state.phase === 'caught' || this.#state.phase === 'failed'
    if (isOver && change.phase === 'browsing') return
    this.#state = { ...this.#state, ...change }
    this.#tell.loginBar.changed(this.#state)
  }

  /** A window does not take its views' pages with it. */
  async #end(): Promise<void> {
    for (const contents of [this.#barPage, this.page]) if (!contents.isDestroyed()) contents.close()
    await forgetForeignSession(this.session)
  }
}
