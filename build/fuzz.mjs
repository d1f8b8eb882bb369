/**
 * `npm run fuzz [-- --seconds 600 --inputs 100000 --seed 7 --target response]`: changed messages for every parser, within bounds of
 * number, time and memory. Ends with an error where one crashed, hung, grew without bound, or let in whom it should not.
 */
import { fork } from 'node:child_process'
import { projectRoot } from './runtime/locate.mjs'
import { setUp } from './setup/set-up.mjs'

const MOST_MEMORY_MB = 512
const LONGEST_SILENCE_MS = 120_000

process.exitCode = (await setUp('build')) ? await run() : 1

/** @returns {Promise<number>} */
function run() {
  return new Promise((ended) => {
    const child = fork('test/fuzz/run.ts', process.argv.slice(2), {
      cwd: projectRoot,
      execPath: process.execPath,
      execArgv: ['--import', 'tsx', `--max-old-space-size=${MOST_MEMORY_MB}`],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    let last = 'nothing yet'
    const hung = () => {
      console.error(`Silent for ${LONGEST_SILENCE_MS / 1000} s after ${last}: an input makes it hang.`)
      child.kill('SIGKILL')
    }
    let watch = setTimeout(hung, LONGEST_SILENCE_MS)
    child.on('message', (message) => {
      last = JSON.stringify(message)
      clearTimeout(watch)
      watch = setTimeout(hung, LONGEST_SILENCE_MS)
    })
    child.on('exit', (code) => {
      clearTimeout(watch)
      ended(code ?? 1)
    })
  })
}
