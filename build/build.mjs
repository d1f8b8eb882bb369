/** `npm run build`: the app and the command line, into out/. Needs the packages. */
import { join } from 'node:path'
import { buildApp } from './app/build-app.mjs'
import { buildCli } from './cli/build-cli.mjs'
import { projectRoot } from './runtime/locate.mjs'

if (buildApp()) await buildCli(join(projectRoot, 'out', 'cli'))
else process.exitCode = 1
