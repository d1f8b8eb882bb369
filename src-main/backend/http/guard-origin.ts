import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '../refusals/refused.ts'
import type { Site } from './site.ts'

/** Identity providers post here from their own pages. */
export const CALLBACK_PATH = '/saml/acs'

/**
 * Host and Origin are looked at before anything else: a name that was made to point at this machine (DNS rebinding) is not
 * ours, and a page of another site has no business here but to post a SAML response.
 */
export function guardOrigin(server: FastifyInstance, { installation }: Site): void {
  server.addHook('onRequest', async (request) => {
    const hosts = ourHosts(request, installation.publicUrl)
    if (!hosts.has(request.headers.host?.toLowerCase() ?? '')) throw new Refused('request.host')
    const { origin } = request.headers
    if (origin === undefined || request.routeOptions.url === CALLBACK_PATH || isPlainNavigation(request)) return
    const ours = [...hosts].map((host) => `http://${host}`)
    if (origin !== installation.publicUrl && !ours.includes(origin)) throw new Refused('request.origin')
  })
}

/** The public name, and this machine's own at the port it listens on. */
function ourHosts({ socket }: FastifyRequest, publicUrl: string): ReadonlySet<string> {
  return new Set([new URL(publicUrl).host, `127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`])
}

/** Browsers say nothing of the origin when one follows a link; after a redirect some say "null". */
const isPlainNavigation = ({ method, url, headers }: FastifyRequest) =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && !url.startsWith('/api/')
