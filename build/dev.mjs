/** `npm run dev [-- options of electron-vite]`: sets up, then opens the app and reloads it as files change. */
import { electronVite } from './app/build-app.mjs'
import { locateRuntime } from './runtime/locate.mjs'
import { setUp } from './setup/set-up.mjs'

const ready = await setUp('app')
process.exitCode = ready
  ? electronVite(['dev', '--watch', ...process.argv.slice(2)], { ...process.env, ...locateRuntime().env })
  : 1
