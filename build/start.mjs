/** `npm start [-- switches]`: sets up, builds, and opens the app. */
import { spawn } from 'node:child_process'
import { buildApp } from './app/build-app.mjs'
import { obstacleToWindows } from './app/obstacle.mjs'
import { locateRuntime, projectRoot } from './runtime/locate.mjs'
import { setUp } from './setup/set-up.mjs'

const switches = process.argv.slice(2)
const obstacle = obstacleToWindows(switches)

if (obstacle) console.error(obstacle)
if (!obstacle && (await setUp('app')) && buildApp()) {
  const { executable, env } = locateRuntime()
  const options = { cwd: projectRoot, env: { ...process.env, ...env }, stdio: /** @type {const} */ ('inherit') }
  spawn(executable, [projectRoot, ...switches], options).on('close', (code) => {
    process.exitCode = code ?? 1
  })
} else {
  process.exitCode = 1
}
