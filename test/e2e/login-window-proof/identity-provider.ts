import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Seen {
  readonly path: string
  readonly cookie: string | undefined
}

export interface IdentityProvider {
  readonly startUrl: string
  readonly loginUrl: string
  /** What the two hosts were asked, in order, and with which cookies. */
  readonly seen: { readonly portal: Seen[]; readonly login: Seen[] }
  readonly close: () => void
}

/**
 * An identity provider on two origins, as large ones are: a portal on 127.0.0.1 sends the browser to a sign-in page on
 * localhost and back, each sets a cookie of its own, then the portal's page posts `form` to the callback by itself.
 */
export async function startIdentityProvider(callback: string, form: Record<string, string>): Promise<IdentityProvider> {
  const seen = { portal: [] as Seen[], login: [] as Seen[] }
  const urls = { finish: '', login: '' }
  const portal = await listen((request, response) => {
    seen.portal.push(asSeen(request))
    if (request.url === '/finish') return page(response, postingPage(callback, form))
    redirect(response, 302, urls.login, 'portal=first; HttpOnly; SameSite=Lax; Path=/')
  })
  const login = await listen((request, response) => {
    seen.login.push(asSeen(request))
    if (request.method === 'POST') return redirect(response, 303, urls.finish)
    response.setHeader('Set-Cookie', 'login=second; HttpOnly; SameSite=Lax; Path=/')
    page(response, '<h1>Sign in</h1><form method="post"><button>Continue</button></form>')
  })
  urls.finish = `http://127.0.0.1:${portOf(portal)}/finish`
  urls.login = `http://localhost:${portOf(login)}/login`
  const close = () => {
    for (const server of [portal, login]) server.close().closeAllConnections()
  }
  return { startUrl: `http://127.0.0.1:${portOf(portal)}/start`, loginUrl: urls.login, seen, close }
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer((request, response) => {
    // A browser asks for an icon on its own account; it is no part of the story.
    if (request.url === '/favicon.ico') return void response.writeHead(404).end()
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

const asSeen = ({ method, url, headers }: IncomingMessage): Seen => ({
  path: `${method} ${url}`,
  cookie: headers.cookie,
})

function redirect(response: ServerResponse, status: 302 | 303, location: string, cookie?: string): void {
  response.writeHead(status, { Location: location, ...(cookie && { 'Set-Cookie': cookie }) }).end()
}

function page(response: ServerResponse, body: string): void {
  response
    .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><title>IdP</title>${body}`)
}

function postingPage(callback: string, form: Record<string, string>): string {
  const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const fields = Object.entries(form).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${quoted(value)}">`,
  )
  return `<form method="post" action="${callback}">${fields.join('')}</form><script>document.forms[0].submit()</script>`
}
