/** `npm start [-- switches]`: sets up, builds, and opens the app. */
import { spawn } from 'node:child_process'
import { buildApp } from './app/build-app.mjs'
import { locateRuntime, projectRoot } from './runtime/locate.mjs'
import { setUp } from './setup/set-up.mjs'

if ((await setUp('app')) && buildApp()) {
  const { executable, env } = locateRuntime()
  const args = [projectRoot, ...process.argv.slice(2)]
  const app = spawn(executable, args, { cwd: projectRoot, env: { ...process.env, ...env }, stdio: 'inherit' })
  app.on('close', (code) => {
    process.exitCode = code ?? 1
  })
} else {
  process.exitCode = 1
}
