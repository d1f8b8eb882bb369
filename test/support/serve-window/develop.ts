import { createServer } from 'vite'
import { windowViteOptions } from './vite-options.ts'

/** `npx tsx test/support/serve-window/develop.ts`: the window in any browser, `?scenario=` one of scenarios.ts, reloading as one edits. */
const server = await createServer({ ...windowViteOptions, server: { host: '127.0.0.1', port: 5199 } })
await server.listen()
server.printUrls()
