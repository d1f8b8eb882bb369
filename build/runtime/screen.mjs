import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/**
 * @typedef {object} Screen
 * @property {{ DISPLAY?: string }} env for the programs that shall show their windows there
 * @property {() => Promise<void>} close
 */

/** Whether windows can be shown without our doing. @param {NodeJS.ProcessEnv} [env] */
export const hasScreen = (env = process.env) =>
  process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/**
 * The screen there is, or a virtual one for as long as it is needed.
 * @returns {Promise<Screen>}
 */
export async function openScreen() {
  if (hasScreen()) return { env: {}, close: async () => {} }
  // -displayfd lets the server choose a free number: several runs on one machine do not meet.
  const options = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset']
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const gone = new Promise((resolve) => server.once('close', resolve))
  const display = await displayNumber(server)
  return {
    env: { DISPLAY: `:${display}` },
    close: async () => {
      server.kill()
      await gone
    },
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let complaint = ''
    server.stderr?.setEncoding('utf8').on('data', (text) => {
      complaint += text
    })
    server.once('error', reject)
    server.once('close', (code) => reject(new Error(`Xvfb ended with ${code}: ${complaint.trim()}`)))
    const answer = /** @type {import('node:stream').Readable} */ (server.stdio[3])
    createInterface({ input: answer }).once('line', (line) => resolve(line.trim()))
  })
}
