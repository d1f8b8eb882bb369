import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { bundled } from './build/cli/cli-chunks.mjs'

/**
 * Targets are named by hand: electron-vite would take those of the installed electron package and emit
 * what the older runtime (Electron 33: Node 20.18, Chromium 130) cannot run.
 */
const node = 'node20.18'
const chromium = 'chrome130'

/** Every program of its own is an entry: processes and workers are started by their file. */
const mainEntries = {
  main: 'src-main/desktop/main.ts',
  'processes/backend': 'src-main/desktop/processes/backend.ts',
  'processes/practice-idp': 'src-main/desktop/processes/practice-idp.ts',
  'processes/inspector': 'src-main/desktop/processes/inspector.ts',
  'workers/entities': 'src-main/checks/aggregate/worker/entity-worker.ts',
}

const preloadEntries = { preload: 'src-main/desktop/preload/preload.ts' }

// Absolute, because the development server looks for them below its own root.
const page = resolve('src-renderer/index.html')
const pages = { index: page, 'login-bar': resolve('src-renderer/login-bar/index.html') }

const present = (entries: Record<string, string>) =>
  Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)))

export default defineConfig({
  main: {
    build: {
      target: node,
      sourcemap: true,
      externalizeDeps: { exclude: bundled },
      rolldownOptions: { input: present(mainEntries) },
    },
  },
  ...(existsSync(preloadEntries.preload) && {
    preload: {
      build: {
        target: node,
        // A sandboxed preload has no module loader: one CommonJS file with everything in it.
        externalizeDeps: false,
        rolldownOptions: { input: preloadEntries, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
      },
    },
  }),
  ...(existsSync(page) && {
    renderer: {
      root: 'src-renderer',
      plugins: [react()],
      build: { target: chromium, sourcemap: true, rolldownOptions: { input: present(pages) } },
    },
  }),
})
