import { existsSync } from 'node:fs'
import { lastLines, run } from './child.mjs'

/** In runlevel 1 no package starts a server of its own, as web applications would have one do. */
const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }

/** Debian and its like, and the right to install. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/**
 * The names this release of Debian or Ubuntu has, out of each package's known names (Ubuntu 24.04 renamed some to …t64).
 * @param {readonly (readonly string[])[]} packages alternatives, the preferred name first
 * @returns {Promise<string[]>} the first known name of each, or its first name when apt knows none
 */
export async function knownNames(packages) {
  const { code } = await run('apt-cache', ['show', '--no-all-versions', ...packages.map(([name]) => name ?? '')])
  if (code === 0) return packages.map(([name]) => name ?? '')
  return Promise.all(packages.map(firstKnown))
}

/** @param {readonly string[]} names */
async function firstKnown(names) {
  for (const name of names) {
    if ((await run('apt-cache', ['show', '--no-all-versions', name])).code === 0) return name
  }
  return names[0] ?? ''
}

/**
 * Installs packages, fetching the lists first only where apt does not know the packages or no longer finds their files.
 * @param {readonly (readonly string[])[]} packages
 * @returns {Promise<string | null>} why it could not, null when it did
 */
export async function aptInstall(packages) {
  const first = await install(await knownNames(packages))
  if (first === null) return null
  const updated = await run('apt-get', ['update', '-qq'], { env })
  if (updated.code !== 0) return lastLines(updated.output, 3)
  return install(await knownNames(packages))
}

/** @param {readonly string[]} names */
async function install(names) {
  const options = ['-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300']
  const { code, output } = await run('apt-get', ['install', ...options, ...names], { env })
  return code === 0 ? null : lastLines(output, 3)
}
