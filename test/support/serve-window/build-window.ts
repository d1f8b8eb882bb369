import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { windowViteOptions } from './vite-options.ts'

/** Builds the window over its fakes into a folder of its own. @returns the folder and how to remove it */
export async function buildWindow(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'claimcheck-window-'))
  const options = {
    outDir: folder,
    emptyOutDir: true,
    target: 'chrome130',
    minify: false,
    modulePreload: { polyfill: false },
  }
  await build({ ...windowViteOptions, build: options })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
