/** `npm run demo`: sets up, builds, and runs the demo on the screen there is or on a virtual one. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { buildApp } from './app/build-app.mjs'
import { locateRuntime, projectRoot } from './runtime/locate.mjs'
import { openScreen } from './runtime/screen.mjs'
import { setUp } from './setup/set-up.mjs'

process.exitCode = (await setUp('demo')) && buildApp() ? await runDemo() : 1

async function runDemo() {
  const screen = await openScreen()
  try {
    const tsx = join(projectRoot, 'node_modules', 'tsx', 'dist', 'cli.mjs')
    const env = { ...process.env, ...locateRuntime().env, ...screen.env }
    const args = [tsx, join('demo', 'demo.ts'), ...process.argv.slice(2)]
    const demo = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: 'inherit' })
    const [code] = await once(demo, 'close')
    return code ?? 1
  } finally {
    await screen.close()
  }
}
