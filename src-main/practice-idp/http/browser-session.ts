import type { FastifyReply, FastifyRequest } from 'fastify'
import type { IdentityProviderState, Session } from '../identity-provider-state.ts'

/** Cookies ignore ports: the name keeps two identity providers on one machine apart. */
const cookieName = ({ url, profile }: IdentityProviderState) =>
  `practice_idp_${new URL(url).port}${profile.path.replace('/', '_')}`

export function findSession(idp: IdentityProviderState, request: FastifyRequest): Session | undefined {
  const secret = request.cookies[cookieName(idp)]
  return secret === undefined ? undefined : idp.sessions.find(secret)
}

/** Lax: an application that posts its request here still finds the session after the redirect that follows. */
export function beginSession(idp: IdentityProviderState, reply: FastifyReply, session: Session): void {
  const secret = idp.secret()
  idp.sessions.keep(secret, session)
  reply.setCookie(cookieName(idp), secret, { path: '/', httpOnly: true, sameSite: 'lax' })
}

/** @returns what it was, where there was one */
export function endSession(
  idp: IdentityProviderState,
  request: FastifyRequest,
  reply: FastifyReply,
): Session | undefined {
  const session = findSession(idp, request)
  const secret = request.cookies[cookieName(idp)]
  if (secret !== undefined) idp.sessions.drop(secret)
  reply.clearCookie(cookieName(idp), { path: '/' })
  return session
}
