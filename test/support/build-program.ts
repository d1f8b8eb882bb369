import { rm } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

/** A program as one file that starts at once. Gone when the test is over. @param program its whole path. @returns the file's */
export async function buildProgram(program: string): Promise<string> {
  const folder = resolve(`test-output/${basename(program, '.ts')}-${process.pid}`)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: program,
      outDir: folder,
      target: 'node20.18',
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'program.js' } },
    },
  })
  return resolve(folder, 'program.js')
}
