import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type CaughtCallback,
  LoginInterrupted,
  type LoginTransport,
  type SeenEvent,
} from '#main/test-login/run/login-transport.ts'
import { isLoopbackRedirect } from '#shared/model/redirect-uri.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { isCallback } from './is-callback.ts'
import { redactAddress } from './redact-address.ts'

export interface Loopback {
  /** With the port that is listened at. */
  readonly redirectUri: string
  /** For one sign-in. */
  readonly transport: LoginTransport
  readonly close: () => void
}

const MOST_BODY_BYTES = 64_000

/**
 * A sign-in in the system's own browser, whose answer comes back to this computer (RFC 8252 §7.3): for providers that refuse
 * embedded browsers, for passkeys and managed devices. Where the redirect URI names no port, any will do.
 * @throws {InputRefused} test-login.not-loopback, test-login.port-taken
 */
export async function openLoopback(
  registered: string,
  openInBrowser: (url: string) => Promise<void>,
): Promise<Loopback> {
  if (!isLoopbackRedirect(registered)) throw new InputRefused('test-login.not-loopback')
  const server = createServer()
  const { hostname, port } = new URL(registered)
  const listening = await listen(server, hostname, Number(port))
  const redirectUri = withPort(registered, listening)
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { redirectUri, transport: { login: carry(server, redirectUri, openInBrowser, close) }, close }
}

const carry =
  (server: Server, redirectUri: string, openInBrowser: (url: string) => Promise<void>, close: () => void) =>
  async (
    start: Parameters<LoginTransport['login']>[0],
    _callback: unknown,
    signal: AbortSignal,
    onEvent: (event: SeenEvent) => void,
  ): Promise<CaughtCallback> => {
    try {
      const caught = whenAnswered(server, redirectUri)
      const stopped = whenStopped(signal)
      await openInBrowser(start.url).catch(() => {
        throw new LoginInterrupted('failed', 'test-login.browser-not-opened')
      })
      onEvent({ ...noRequest, kind: 'opened', says: 'Opened the system’s browser.' })
      const callback = await Promise.race([caught, stopped])
      const { method, url } = callback
      onEvent({
        kind: 'caught',
        method,
        url: redactAddress(url),
        status: null,
        says: 'The browser brought the response.',
      })
      return callback
    } finally {
      close()
    }
  }

const noRequest = { method: null, url: null, status: null } as const

/** The first request to the redirect URI by its own name: whoever comes by another name is not the person's browser. */
function whenAnswered(server: Server, redirectUri: string): Promise<CaughtCallback> {
  const { origin, host } = new URL(redirectUri)
  return new Promise((resolve) => {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const url = `${origin}${request.url ?? ''}`
      const isOurs = request.headers.host === host && isCallback(url, { url: redirectUri, anyQuery: true })
      if (!isOurs) return void response.writeHead(404).end()
      readBody(request).then(
        (body) => {
          response.writeHead(200, pageHeaders)
          response.end(page, () => resolve({ method: request.method ?? 'GET', url, body }))
        },
        () => response.destroy(),
      )
    })
  })
}

const whenStopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const stop = () => reject(new LoginInterrupted('stopped', 'test-login.stopped'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BODY_BYTES) throw new Error('more than a form holds')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function listen(server: Server, hostname: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(new InputRefused('test-login.port-taken', null, { cause })))
    const host = hostname === 'localhost' ? '127.0.0.1' : hostname.replace(/^\[|\]$/g, '')
    server.listen({ host, port }, () => resolve((server.address() as AddressInfo).port))
  })
}

/** As text, so that nothing else of it changes. */
const withPort = (address: string, port: number) =>
  new URL(address).port === '' ? address.replace(/^(http:\/\/(?:\[[^\]]*\]|[^/?:]+))/i, `$1:${port}`) : address

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'referrer-policy': 'no-referrer',
  connection: 'close',
}
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Claimcheck</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:20vh auto;max-width:32rem;padding:0 1rem;color-scheme:light dark}</style>
<h1>The response has arrived</h1><p>This was a test: nobody is signed in. Close this tab and look at Claimcheck.</p></html>`
