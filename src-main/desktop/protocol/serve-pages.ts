import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { resolvePage } from './resolve-page.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
}

/** What our pages contain in place of the nonce of the response that carries them. */
const NONCE_PLACE = '__CSP_NONCE__'

/** Answers `app://claimcheck/…` with the built pages below `root`, and with nothing else on this computer. */
export const servePages =
  (root: string) =>
  async (request: Pick<Request, 'url' | 'method'>): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    const file = resolvePage(request.url, root)
    const contentType = file && contentTypes[extname(file)]
    const content = contentType && (await readFile(file).catch(() => undefined))
    if (!content) return new Response(null, { status: 404, headers: headersOf(newNonce()) })
    const nonce = newNonce()
    const headers = { ...headersOf(nonce), 'Content-Type': contentType }
    if (extname(file) !== '.html') return new Response(content, { headers })
    return new Response(content.toString('utf8').replaceAll(NONCE_PLACE, nonce), { headers })
  }

const newNonce = () => randomBytes(16).toString('base64')

const headersOf = (nonce: string) => ({
  'Content-Security-Policy': contentSecurityPolicy(nonce),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
})
