import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

export interface SmallIdentityProvider {
  readonly origin: string
  /** What it was asked, in order. */
  readonly seen: { method: string; path: string; cookie: string | undefined; body: string }[]
  readonly close: () => void
}

/**
 * An identity provider as small as can be: sets a cookie, and shows `page` at every address. Over TLS it has whatever
 * certificate it is given.
 */
export async function startSmallIdentityProvider(
  page: (path: string) => string,
  tls?: { key: string; cert: string },
): Promise<SmallIdentityProvider> {
  const seen: SmallIdentityProvider['seen'] = []
  const answer: RequestListener = async (request, response) => {
    if (request.url === '/favicon.ico') return void response.writeHead(404).end()
    const { method = '', url = '' } = request
    const path = url.replace(/\?.*$/, '')
    seen.push({ method, path, cookie: request.headers.cookie, body: await bodyOf(request) })
    response.setHeader('Set-Cookie', 'idp-session=secret-cookie; HttpOnly; Path=/')
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html><title>IdP</title>${page(path)}`)
  }
  const server: Server = tls ? createTlsServer(tls, answer) : createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, seen, close }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** A page that posts a response to some address by itself, as identity providers do. */
export const postingPage = (to: string, samlResponse: string): string =>
  `<form method="post" action="${to}"><input name="SAMLResponse" value="${samlResponse}"></form><script>document.forms[0].submit()</script>`
