import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'

/** The window over a fake bridge: the product's own pages, another entry. */
export const windowViteOptions: InlineConfig = {
  configFile: false,
  root: fileURLToPath(new URL('../window/', import.meta.url)),
  plugins: [react()],
  logLevel: 'warn',
}
