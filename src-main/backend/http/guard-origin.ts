import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '../refusals/refused.ts'
import { HEALTH_PATH, READY_PATH } from './operations/serve-probes.ts'
import type { Site } from './site.ts'

/** Identity providers post here from their own pages. */
export const CALLBACK_PATH = '/saml/acs'
export const LOGOUT_PATH = '/saml/logout'
export const INITIATE_PATH = '/openid/:id/initiate'
export const BACKCHANNEL_LOGOUT_PATH = '/openid/:id/logout'
const postedAcross: readonly (string | undefined)[] = [
  CALLBACK_PATH,
  LOGOUT_PATH,
  INITIATE_PATH,
  BACKCHANNEL_LOGOUT_PATH,
]
const probes: readonly (string | undefined)[] = [HEALTH_PATH, READY_PATH]

/**
 * Host and Origin are looked at before anything else: a name that was made to point at this machine (DNS rebinding) is not
 * ours, and a page of another site has no business here but to post a message of an identity provider.
 */
export function guardOrigin(server: FastifyInstance, { installation }: Site): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const refused = refusalOf(request, installation.publicUrl)
    if (refused === undefined) done()
    else done(refused)
  })
}

function refusalOf(request: FastifyRequest, publicUrl: string): Refused | undefined {
  // Whoever asks how it is asks by address.
  if (probes.includes(request.routeOptions.url)) return undefined
  const host = request.headers.host?.toLowerCase() ?? ''
  if (host !== hostOf(publicUrl) && !localHosts(request).includes(host)) return new Refused('request.host')
  const { origin } = request.headers
  if (origin === undefined || postedAcross.includes(request.routeOptions.url)) return undefined
  if (isPlainNavigation(request) || origin === publicUrl) return undefined
  return localHosts(request).some((one) => origin === `http://${one}`) ? undefined : new Refused('request.origin')
}

/** The public URL is scheme and host, and no more. */
export const hostOf = (publicUrl: string): string => publicUrl.slice(publicUrl.indexOf('//') + 2)

/** This machine's own names, at the port it listens on. */
const localHosts = ({ socket }: FastifyRequest) => [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`]

/** Browsers say nothing of the origin when one follows a link; after a redirect some say "null". */
const isPlainNavigation = ({ method, url, headers }: FastifyRequest) =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && !url.startsWith('/api/')
