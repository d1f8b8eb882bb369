import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * A package to measure against whose tree is too large to be one of our own: fetched once, into a folder that no commit sees.
 * @returns the folder to require it from
 */
export function fetchPeer(name: string, version: string): string {
  const folder = resolve('test-output/peers', `${name.replace(/\W+/g, '-')}-${version}`)
  if (installed(folder, name) === version) return folder
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, `${name}@${version}`]
  process.stdout.write(`Fetching ${name} ${version} to measure against.\n`)
  const { status } = spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder })
  if (status !== 0) throw new Error(`npm could not fetch ${name} ${version}`)
  return folder
}

function installed(folder: string, name: string): string | undefined {
  const file = join(folder, 'node_modules', name, 'package.json')
  if (!existsSync(file)) return undefined
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
