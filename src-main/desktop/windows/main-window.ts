import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'
import { contract } from '#shared/ipc/contract.ts'
import type { Settings } from '../storage/settings.ts'
import { ourPreferences } from './our-preferences.ts'
import type { OwnPages } from './own-page.ts'
import { MINIMUM_SIZE, placeWindow } from './window-place.ts'

export interface MainWindowOptions {
  readonly pages: OwnPages
  readonly preload: string
  readonly settings: Settings
  /** Called before anything is loaded, so that the page finds its channels served. */
  readonly serveTo: (contents: WebContents) => void
  readonly onOpened: (window: BrowserWindow) => void
  readonly onClosed: () => void
}

/** How long a move or a resize must be over before it is written down; closing writes it at once. */
const SETTLED_AFTER_MS = 500

export async function openMainWindow(options: MainWindowOptions): Promise<void> {
  const { pages, preload, settings } = options
  const remembered = settings.get('mainWindow')
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...placeWindow(remembered, screens),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: 'Claimcheck',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#141517' : '#ffffff',
    webPreferences: ourPreferences(preload, 'claimcheck', contract),
  })
  options.onOpened(window)
  options.serveTo(window.webContents)
  if (remembered?.maximized) window.maximize()
  rememberPlace(window, settings)
  comeBack(window)
  window.once('ready-to-show', () => window.show())
  window.once('closed', options.onClosed)
  let isClosing = false
  window.once('close', () => {
    isClosing = true
  })
  try {
    await window.loadURL(pages.urlOf('index.html'))
  } catch (error) {
    // Closed before it was loaded: that is no failure. Loading ends with the wish to close, the window only later.
    if (!isClosing && !window.isDestroyed()) throw error
  }
}

function rememberPlace(window: BrowserWindow, settings: Settings): void {
  const remember = () => {
    if (window.isDestroyed()) return
    settings.set('mainWindow', { ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  let settling: NodeJS.Timeout | undefined
  const rememberSoon = () => {
    clearTimeout(settling)
    settling = setTimeout(remember, SETTLED_AFTER_MS)
  }
  for (const moved of ['resize', 'move'] as const) window.on(moved as 'resize', rememberSoon)
  window.on('close', () => {
    clearTimeout(settling)
    remember()
  })
}

/** A page that crashed comes back with what is stored, a few times: a crash at every load would never end. */
function comeBack(window: BrowserWindow): void {
  let left = 3
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || left === 0) return
    left -= 1
    window.reload()
  })
}
