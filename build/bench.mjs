/** `npm run bench [name…]`: sets up and runs the benchmarks in test/benchmarks, or those whose file name holds a given name. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './runtime/locate.mjs'
import { setUp } from './setup/set-up.mjs'

const folder = join(projectRoot, 'test', 'benchmarks')
const names = process.argv.slice(2)
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.bench.ts')) : []
const wanted = files.filter((file) => names.length === 0 || names.some((name) => file.includes(name)))

if (wanted.length === 0)
  console.error(`No benchmark in test/benchmarks is called ${names.join(' or ') || '*.bench.ts'}.`)
process.exitCode = wanted.length > 0 && (await setUp('build')) && wanted.map(runs).every(Boolean) ? 0 : 1

/** @param {string} file */
function runs(file) {
  console.log(`\n── ${file}`)
  const args = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), join('test', 'benchmarks', file)]
  return spawnSync(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' }).status === 0
}
