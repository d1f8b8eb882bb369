/** `npm run dev [-- options of electron-vite]`: sets up, then opens the app and reloads it as files change. */
import { electronVite } from './app/build-app.mjs'
import { obstacleToWindows } from './app/obstacle.mjs'
import { locateRuntime } from './runtime/locate.mjs'
import { setUp } from './setup/set-up.mjs'

const options = process.argv.slice(2)
const obstacle = obstacleToWindows(options)

if (obstacle) console.error(obstacle)
const ready = !obstacle && (await setUp('app'))
process.exitCode = ready ? electronVite(['dev', '--watch', ...options], { ...process.env, ...locateRuntime().env }) : 1
