import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ClientMetadata, type Configuration, Provider } from 'oidc-provider'
import { vi } from 'vitest'
import { CookieBrowser, formsIn } from '../net/cookie-browser.ts'

export const REDIRECT_URI = 'https://app.customer.example/oidc/callback'

/** oidc-provider as it is out of the box, with its own development sign-in pages. */
export interface StockProvider {
  readonly issuer: string
  readonly discovery: Uint8Array
  readonly jwks: Uint8Array
  stop(): Promise<void>
}

export async function startStockProvider(
  clients: readonly Partial<ClientMetadata>[],
  more: Omit<Configuration, 'clients'> = {},
): Promise<StockProvider> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // It warns of its development keys and pages, which are what is wanted here.
  vi.spyOn(console, 'info').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const registered = clients.map((client) => ({ redirect_uris: [REDIRECT_URI], ...client }) as ClientMetadata)
  const provider = new Provider(issuer, { clients: registered, ...more })
  server.on('request', provider.callback())
  const discovery = await bytesOf(`${issuer}/.well-known/openid-configuration`)
  const jwks = await bytesOf(`${issuer}/jwks`)
  return {
    issuer,
    discovery,
    jwks,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

const bytesOf = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer())

/** Signs in on the development pages, as a person would, up to the redirect to the application. */
export async function signInAtStock(
  url: string,
  login = 'ada',
  browser = new CookieBrowser([]),
): Promise<URLSearchParams> {
  let page = await browser.get(url)
  for (let step = 0; step < 12; step += 1) {
    const location = page.headers.get('location')
    if (location?.startsWith(REDIRECT_URI)) return new URL(location).searchParams
    if (location !== null) page = await browser.get(new URL(location, page.url).href)
    else {
      const [form] = formsIn(page)
      if (form === undefined) throw new Error(`${page.status} ${page.text.slice(0, 400)}`)
      page = await browser.post(form.action, {
        ...form.fields,
        ...('login' in form.fields ? { login, password: 'x' } : {}),
      })
    }
  }
  throw new Error('the sign-in does not end')
}
