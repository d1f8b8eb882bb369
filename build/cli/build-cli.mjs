/**
 * Builds the command line into a folder two below the package's root. It starts in milliseconds because of three things: few
 * files, CommonJS where only Node's own modules are needed (its other loader takes longer to start), and code compiled here.
 */
import { join } from 'node:path'
import { build } from 'vite'
import { projectRoot } from '../runtime/locate.mjs'
import { bundled, cliChunks } from './cli-chunks.mjs'
import { compileAhead } from './compile-ahead.mjs'
import { lazyChildProcess } from './lazy-child-process.mjs'
import { toCommonJs } from './to-common-js.mjs'

/** @param {string} folder emptied first */
export async function buildCli(folder) {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: bundled },
    plugins: [lazyChildProcess],
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20.18',
      emptyOutDir: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          start: join(projectRoot, 'src-main', 'cli', 'start.ts'),
          main: join(projectRoot, 'src-main', 'cli', 'main.ts'),
          'entity-worker': join(projectRoot, 'src-main', 'checks', 'aggregate', 'worker', 'entity-worker.ts'),
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: cliChunks(),
        },
      },
    },
  })
  await toCommonJs(folder, ['entity-worker.js'])
  compileAhead(join(folder, 'start.cjs'))
}
