/**
 * What Electron runs when it holds no app of its own: opens the app folder or main file named on the command line.
 * Electron waits for this module, and so for the app's main, before it is ready.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, dialog } from 'electron'

try {
  preload()
  const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
  if (!named) throw new Error('Name an app folder or a main file on the command line.')
  await open(resolve(named))
} catch (error) {
  console.error(error)
  dialog.showErrorBox('The app could not be started', error instanceof Error ? String(error.stack) : String(error))
  process.exitCode = 1
  app.exit(1)
}

/** `-r <module>` first on the command line, as Electron's own default app has it: Playwright holds the app back with it. */
function preload() {
  const [, option, module] = process.argv
  if (option !== '-r' || !module) return
  createRequire(import.meta.url)(module)
  // Playwright's module takes itself off the command line.
  if (process.argv[1] === '-r') process.argv.splice(1, 2)
}

/** @param {string} path an app's folder or its main file */
async function open(path) {
  // What Electron's own default app calls; not part of its public types.
  const electron =
    /** @type {import('electron').App & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (app)
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
  const folder = statSync(path).isDirectory() ? path : null
  const description = folder && join(folder, 'package.json')
  const about = description && existsSync(description) ? JSON.parse(readFileSync(description, 'utf8')) : {}
  const name = about.productName ?? about.name
  if (name) app.setName(name)
  if (about.version) electron.setVersion(about.version)
  app.setDesktopName(`${app.getName()}.desktop`)
  electron.setAppPath(folder ?? dirname(path))
  await import(pathToFileURL(folder ? join(folder, about.main ?? 'index.js') : path).href)
}
