import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { locateRuntime, projectRoot } from '../runtime/locate.mjs'
import { countCheck, countPlaywright, countVitest } from './count.mjs'

/**
 * @typedef {object} Tier
 * @property {string} name
 * @property {boolean} exists false where its folder is absent: there is nothing to check yet
 * @property {() => Command} command
 * @property {string} [report] where its runner writes its report
 * @property {(ending: import('./count.mjs').Ending) => import('./count.mjs').Count} count
 * @property {boolean} [needsScreen]
 * @property {number} [minutes] how long it may take before it is ended and counted as failed, 30 unless given
 */

/** @typedef {{ program: string, args: string[], env?: Record<string, string> }} Command */

/** The rooms whose cryptography must hold in Electron's BoringSSL as well as in Node's OpenSSL. */
const engineRooms = ['xml', 'pki', 'saml', 'oidc', 'checks']

const here = (/** @type {string} */ path) => existsSync(join(projectRoot, path))
const unitFolders = engineRooms.map((room) => `test/unit/${room}`).filter(here)

/** @type {readonly Tier[]} */
export const staticChecks = [
  check('types-shared', here('src-shared'), 'typescript-native/bin/tsc', ['-p', 'tsconfig.shared.json']),
  check('types-node', true, 'typescript-native/bin/tsc', ['-p', 'tsconfig.node.json']),
  check('types-web', here('src-renderer'), 'typescript-native/bin/tsc', ['-p', 'tsconfig.web.json']),
  check('lint', true, '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  { name: 'imports', exists: true, command: () => node(['build/check/imports.mjs']), count: countCheck },
]

/** On every core: nothing in these waits for a clock. */
export const unit = vitest('unit', 'unit*', here('test/unit'), ['--maxWorkers=100%'])

/** @type {Tier} */
export const unitInElectron = {
  ...vitest('unit-electron', 'unit', unitFolders.length > 0, unitFolders),
  command: () => {
    const { args } = vitest('unit-electron', 'unit', true, unitFolders).command()
    return { program: locateRuntime().executable, args, env: { ELECTRON_RUN_AS_NODE: '1' } }
  },
}

export const integration = vitest('integration', 'integration', here('test/integration'))
/** @type {Tier} */
export const proof = { ...vitest('proof', 'proof', here('test/proof')), minutes: 240 }
/** @type {Tier} */
export const build = { name: 'build', exists: true, command: () => node(['build/build.mjs']), count: countCheck }

/** @type {Tier} */
export const endToEnd = {
  ...check('e2e', here('test/e2e'), '@playwright/test/cli.js', ['test']),
  report: reportOf('e2e'),
  count: countPlaywright,
  needsScreen: true,
}

/** All but the long proofs, the quick ones first. @type {readonly Tier[]} */
export const everything = [...staticChecks, unit, unitInElectron, integration, build, endToEnd]

/**
 * @param {string} name
 * @param {string} project
 * @param {boolean} exists
 * @param {readonly string[]} [filters]
 * @returns {Tier}
 */
function vitest(name, project, exists, filters = []) {
  const report = reportOf(name)
  const options = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return { ...check(name, exists, 'vitest/vitest.mjs', [...options, ...filters]), report, count: countVitest }
}

/**
 * @param {string} name
 * @param {boolean} exists
 * @param {string} script a file of an installed package
 * @param {readonly string[]} args
 * @returns {Tier}
 */
function check(name, exists, script, args) {
  return { name, exists, command: () => node([join('node_modules', script), ...args]), count: countCheck }
}

/** @param {string[]} args @returns {Command} */
const node = (args) => ({ program: process.execPath, args })

/** @param {string} name */
function reportOf(name) {
  return join('test-output', 'reports', `${name}.json`)
}
