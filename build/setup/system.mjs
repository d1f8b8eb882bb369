import { existsSync } from 'node:fs'
import { locateRuntime } from '../runtime/locate.mjs'
import { hasScreen } from '../runtime/screen.mjs'
import { aptInstall, mayInstall } from './apt.mjs'
import { run } from './child.mjs'
import { findProgram } from './programs.mjs'
import { SetupFailed } from './step.mjs'
import { libraries, virtualScreen, witnesses } from './system-packages.mjs'

/** @typedef {import('./system-packages.mjs').SystemPackage} SystemPackage */

/**
 * The shared libraries Electron needs, and a virtual screen when a window must be shown and there is no screen.
 * @param {string} root
 * @param {{ needsScreen: boolean }} wanted
 * @param {import('./step.mjs').Say} say
 */
export async function provideSystemLibraries(root, { needsScreen }, say) {
  if (process.platform !== 'linux') return 'nothing to do on this system'
  const executable = locateRuntime(root).executable
  const missing = await missingLibraries()
  if (needsScreen && !hasScreen() && !findProgram('Xvfb')) missing.push(virtualScreen)
  const unresolved = async () => unresolvedLibraries((await run('ldd', [executable])).output)
  if (missing.length === 0 && (await unresolved()).length === 0) return 'all present'

  const why = mayInstall() ? await install(missing.length > 0 ? missing : libraries, say) : 'only root can install them'
  const lacking = await unresolved()
  if (needsScreen && !hasScreen() && !findProgram('Xvfb')) lacking.push('Xvfb')
  if (lacking.length > 0)
    throw new SetupFailed(`This machine lacks ${lacking.join(', ')} (${why}).`, `Run: ${command(missing)}`)
  return why === null ? 'installed' : `optional ones are missing (${why}): ${command(missing)}`
}

/**
 * @param {import('./step.mjs').Say} say
 * @returns {Promise<string>} never fails: a test without its witness is skipped and counted so
 */
export async function provideWitnesses(say) {
  const absent = () => witnesses.filter((witness) => !isPresent(witness))
  const missing = absent()
  if (missing.length === 0) return 'all present'
  const why = mayInstall() ? await install(missing, say) : 'only root can install them'
  const lacking = absent().map(({ names }) => names[0])
  return lacking.length === 0
    ? 'installed'
    : `without ${lacking.join(', ')} (${why}); their tests are skipped. To have them: ${command(absent())}`
}

/** @param {SystemPackage} witness */
const isPresent = ({ program, folder }) =>
  (program === undefined || findProgram(program) !== null) && (folder === undefined || existsSync(folder))

/**
 * The libraries that the dynamic linker did not find, out of what `ldd` prints.
 * @param {string} output
 */
export function unresolvedLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? '')
}

async function missingLibraries() {
  const { code, output } = await run('/sbin/ldconfig', ['-p'])
  return code === 0 ? libraries.filter(({ library }) => library && !output.includes(`\t${library} `)) : []
}

/**
 * @param {readonly SystemPackage[]} packages
 * @param {import('./step.mjs').Say} say
 */
async function install(packages, say) {
  const names = packages.map((entry) => entry.names)
  say(`apt-get install ${names.map(([name]) => name).join(' ')}`)
  return aptInstall(names)
}

/** @param {readonly SystemPackage[]} packages */
function command(packages) {
  const wanted = packages.length > 0 ? packages : libraries
  return `sudo apt-get install --no-install-recommends ${wanted.map(({ names }) => names[0]).join(' ')}`
}
