import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { build } from 'vite'

/**
 * Builds a program as the product is built and runs it in a process of its own: a loader that rewrites functions as it goes
 * would be measured along with them.
 * @param program path from the package's root
 * @param beside further programs, such as its workers, by the name of the file they are built into beside `program.js`
 * @returns its exit code
 */
export async function runBuilt(
  program: string,
  nodeOptions: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
  beside: Readonly<Record<string, string>> = {},
): Promise<number> {
  const folder = resolve(`test-output/benchmark-${process.pid}`)
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20.18',
      emptyOutDir: true,
      rolldownOptions: { input: { program, ...beside }, output: { entryFileNames: '[name].js' } },
    },
  })
  try {
    return (
      spawnSync(process.execPath, [...nodeOptions, resolve(folder, 'program.js')], {
        stdio: 'inherit',
        env: { ...process.env, ...environment },
      }).status ?? 1
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
