import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { servePages } from '#main/desktop/protocol/serve-pages.ts'
import { buildWindow } from './build-window.ts'

export interface ServedWindow {
  /** Of the page in one state, at one place. */
  readonly url: (scenario: string, place?: string) => string
  readonly stop: () => Promise<void>
}

/** The built window over HTTP, with the very headers that the app sends: its content security policy holds here too. */
export async function serveWindow(): Promise<ServedWindow> {
  const { folder, remove } = await buildWindow()
  const answer = servePages(folder)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    void answer({ url: `app://claimcheck${pathname}`, method: 'GET' }).then((page) => send(page, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: (scenario, place = '/') => `http://127.0.0.1:${port}/?scenario=${scenario}#${place}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await remove()
    },
  }
}

async function send(page: Response, response: ServerResponse): Promise<void> {
  response.writeHead(page.status, Object.fromEntries(page.headers))
  response.end(new Uint8Array(await page.arrayBuffer()))
}
