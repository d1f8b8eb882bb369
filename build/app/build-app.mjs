import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../runtime/locate.mjs'

/** Builds main, preload and windows into out/. @returns {boolean} */
export function buildApp() {
  return electronVite(['build', '--logLevel', 'warn'], process.env) === 0
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {number} exit code
 */
export function electronVite(args, env) {
  const program = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  return spawnSync(process.execPath, [program, ...args], { cwd: projectRoot, env, stdio: 'inherit' }).status ?? 1
}
