import { spawn } from 'node:child_process'

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 127 when the program is not there, 124 when it ran out of time, 1 when a signal ended it
 * @property {string} output stdout and stderr as they came
 */

/**
 * Runs a program to its end and keeps its output. Never rejects: a program that is missing has exit code 127.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options] `timeout` in milliseconds
 * @returns {Promise<Finished>}
 */
export function run(program, args, { timeout, ...options } = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const timer = timeout && setTimeout(() => child.kill('SIGKILL'), timeout)
    const finish = (/** @type {number} */ code, text = '') => {
      clearTimeout(timer)
      resolve({ code, output: output + text })
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => finish(127, error.message))
    child.on('close', (code, signal) => finish(code ?? (signal === 'SIGKILL' && timeout ? 124 : 1)))
  })
}

/**
 * npm as it was started, or the one on the path.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<Finished>}
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args], options)
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/c', 'npm', ...args], options)
    : run('npm', args, options)
}

/**
 * The first lines of an output: where npm says what is wrong, before it explains its options.
 * @param {string} output
 * @param {number} [count]
 */
export const firstLines = (output, count = 8) => output.trim().split('\n').slice(0, count).join('\n')

/**
 * The last lines of an output, for a message a person reads.
 * @param {string} output
 * @param {number} [count]
 */
export const lastLines = (output, count = 8) => output.trim().split('\n').slice(-count).join('\n')
