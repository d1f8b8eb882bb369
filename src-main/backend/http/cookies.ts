import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import type { Site } from './site.ts'

type CookieKind = 'browser' | 'session' | 'setup'

/** Over https the name itself forbids other hosts and paths to set it (RFC 6265bis §4.1.3.2). */
const cookieName = (kind: CookieKind, { secure }: Site) => `${secure ? '__Host-' : ''}claimcheck-${kind}`

const attributes = ({ secure }: Site) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const

export function setSessionCookie(reply: FastifyReply, site: Site, token: string, expires: Date): void {
  reply.setCookie(cookieName('session', site), token, { ...attributes(site), expires })
}

export function clearSessionCookie(reply: FastifyReply, site: Site): void {
  reply.clearCookie(cookieName('session', site), attributes(site))
}

/** Leads a browser that was at the identity provider back to the setup link it began with. It opens what the link opens. */
export function setSetupCookie(reply: FastifyReply, site: Site, token: string, expires: Date): void {
  reply.setCookie(cookieName('setup', site), token, { ...attributes(site), expires })
}

export const setupToken = (request: FastifyRequest, site: Site): string | undefined => {
  const token = request.cookies[cookieName('setup', site)]
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
}

export const sessionToken = (request: FastifyRequest, site: Site): string | undefined =>
  request.cookies[cookieName('session', site)]

export const browserToken = (request: FastifyRequest, site: Site): string | undefined =>
  request.cookies[cookieName('browser', site)]

/** The pre-login cookie: tells this browser from another before anyone is signed in. Made where it is missing. */
export function keepBrowserToken(request: FastifyRequest, reply: FastifyReply, site: Site): string {
  const known = browserToken(request, site)
  if (known !== undefined && /^[\w-]{43}$/.test(known)) return known
  const token = tokenText(site.installation.random(TOKEN_BYTES))
  reply.setCookie(cookieName('browser', site), token, attributes(site))
  return token
}

/** Proves that a form came from a page we gave to this browser: nobody else can compute it. */
export const formTokenOf = (token: string): string => tokenSha256(`claimcheck form ${token}`)

export function formTokenFits(formToken: string, token: string | undefined): boolean {
  if (token === undefined) return false
  const [given, expected] = [Buffer.from(formToken), Buffer.from(formTokenOf(token))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
