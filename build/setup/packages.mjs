import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { firstLines, npm } from './child.mjs'
import { SetupFailed } from './step.mjs'

/**
 * Installs what the lock file names, without running anyone's install scripts.
 * @param {string} root
 * @param {import('./step.mjs').Say} say
 */
export async function installPackages(root, say) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const digest = createHash('sha256').update(lock).digest('hex')
  const stamp = join(root, 'node_modules', '.installed-lock-sha256')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return 'already installed'
  if (!nodeModulesHold(root, lock)) {
    say('npm ci')
    // --include=dev: NODE_ENV=production in the caller's shell must not leave the tools out.
    const { code, output } = await npm(['ci', '--ignore-scripts', '--include=dev', '--loglevel=error'], { cwd: root })
    if (code !== 0) throw new SetupFailed(`npm ci failed:\n${firstLines(output)}`, registryRemedy)
  }
  writeFileSync(stamp, digest)
  return 'installed from package-lock.json'
}

export const registryRemedy = 'Check that the npm registry answers (npm ping), then run the same command again.'

/**
 * npm keeps its own record of what it unpacked. Where it agrees with the lock file, as after `npm install`, nothing has to be done.
 * @param {string} root
 * @param {Buffer} lock
 */
function nodeModulesHold(root, lock) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = installable(JSON.parse(lock.toString()).packages)
  return isDeepStrictEqual(wanted, installable(JSON.parse(readFileSync(record, 'utf8')).packages))
}

/**
 * Optional packages are left out: most are for another operating system.
 * @param {Record<string, { version?: string, integrity?: string, optional?: boolean }>} packages
 */
function installable(packages) {
  const named = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.optional)
  return Object.fromEntries(named.map(([path, { version, integrity }]) => [path, { version, integrity }]))
}
