import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { locateRuntime } from '#build/runtime/locate.mjs'
import { homeEnvironment } from './home.ts'

export interface LaunchOptions {
  /** The folder whose package.json names the app's main file. */
  readonly appFolder: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A home to use again, for a second start; an empty one is made, and removed at the end, unless given. */
  readonly home?: string
}

export interface LaunchedApp {
  readonly electron: ElectronApplication
  readonly home: string
  /** What the app wrote to stdout and stderr so far. */
  readonly output: () => string
  readonly close: () => Promise<void>
}

/** Starts an app in the provisioned Electron, with a home of its own and nothing of the caller's settings. */
export async function launchElectron(options: LaunchOptions): Promise<LaunchedApp> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'claimcheck-home-')))
  // Chromium's sandbox refuses to run as root. The app never turns it off, and neither do we for anyone else.
  const isRoot = process.getuid?.() === 0
  // Without a path of its own Playwright holds the app back until it has attached; a window that opens meanwhile hangs both.
  Object.assign(process.env, locateRuntime().env)
  const electron = await _electron.launch({
    args: [options.appFolder, '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : []), ...(options.args ?? [])],
    chromiumSandbox: !isRoot,
    env: { ...homeEnvironment(home), ...options.env },
  })
  const output = record(electron)
  const close = async () => {
    await electron.close()
    if (!options.home) await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  return { electron, home, output, close }
}

function record(electron: ElectronApplication): () => string {
  let output = ''
  const { stdout, stderr } = electron.process()
  for (const stream of [stdout, stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  return () => output
}
