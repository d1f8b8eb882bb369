import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout this file belongs to. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The Electron that the npm registry can give: see build/setup/registry-electron.mjs. */
export const registryRuntime = { version: '33.2.1', folder: join('.runtime', 'electron-33.2.1-linux-x64') }

/**
 * @typedef {object} Runtime
 * @property {'given' | 'official' | 'registry'} origin who provided it
 * @property {string} version
 * @property {string} executable
 * @property {{ ELECTRON_OVERRIDE_DIST_PATH: string, ELECTRON_EXEC_PATH: string }} env for the electron package and for electron-vite
 */

/**
 * The Electron to use, or null when the set-up has not provided one yet. CLAIMCHECK_ELECTRON=official or =registry
 * narrows the choice; ELECTRON_OVERRIDE_DIST_PATH, the electron package's own variable, wins over both.
 * @param {string} [root]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Runtime | null}
 */
export function findRuntime(root = projectRoot, env = process.env) {
  const given = env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) return runtimeIn('given', given, env.ELECTRON_EXEC_PATH)
  const wanted = env.CLAIMCHECK_ELECTRON
  const official = wanted === 'registry' ? null : officialRuntime(root)
  return official ?? (wanted === 'official' ? null : runtimeIn('registry', join(root, registryRuntime.folder)))
}

/**
 * @param {string} [root]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Runtime}
 */
export function locateRuntime(root, env) {
  const runtime = findRuntime(root, env)
  if (!runtime) throw new Error('There is no Electron runtime yet. Run: npm run setup')
  return runtime
}

/**
 * The folder of the electron package.
 * @param {string} root
 */
export function electronPackage(root) {
  return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'))
}

/** @param {string} root */
function officialRuntime(root) {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const dist = join(folder, 'dist')
  const found = runtimeIn('official', dist, join(dist, readFileSync(pathFile, 'utf8')))
  // A half-unpacked download, or the leftover of another version, is no runtime.
  return found?.version === version ? found : null
}

/** Where the executable is inside a runtime: the names that the electron package uses (its install.js). */
export function executableName() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * @param {Runtime['origin']} origin
 * @param {string} dist
 * @param {string} [executable]
 * @returns {Runtime | null}
 */
function runtimeIn(origin, dist, executable = join(dist, executableName())) {
  const versionFile = join(dist, 'version')
  if (!existsSync(executable)) return null
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown'
  return { origin, version, executable, env: { ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_EXEC_PATH: executable } }
}
