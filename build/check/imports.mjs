/**
 * Holds the import rules of .dependency-cruiser.cjs. Fails as well when a source file was not looked at:
 * with a TypeScript it does not know, dependency-cruiser finds no modules, and so no violations.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../runtime/locate.mjs'
import { notCruised, sourceFiles } from './source-files.mjs'

const folders = ['src-shared', 'src-main', 'src-renderer', 'test', 'build', 'demo'].filter((name) =>
  existsSync(join(projectRoot, name)),
)
const report = join('test-output', 'reports', 'imports.json')

mkdirSync(join(projectRoot, 'test-output', 'reports'), { recursive: true })
const cruised = cruiser(
  'dependency-cruise',
  '--config',
  '.dependency-cruiser.cjs',
  '-T',
  'json',
  '-f',
  report,
  ...folders,
)
const judged = cruised === 0 ? cruiser('depcruise-fmt', '-T', 'err', '-e', report) : cruised
const missed =
  judged === 0 ? notCruised(sourceFiles(projectRoot, folders), readFileSync(join(projectRoot, report), 'utf8')) : []

if (missed.length > 0) console.error(`${missed.length} source files were not looked at, such as ${missed[0]}.`)
process.exitCode = judged === 0 && missed.length === 0 ? 0 : 1

/**
 * @param {string} program
 * @param {string[]} args
 */
function cruiser(program, ...args) {
  const script = join('node_modules', 'dependency-cruiser', 'bin', `${program}.mjs`)
  return spawnSync(process.execPath, [script, ...args], { cwd: projectRoot, stdio: 'inherit' }).status ?? 1
}
