import type { FastifyReply, FastifyRequest } from 'fastify'
import { endSession } from '../../sessions/end-session.ts'
import { findSession } from '../../sessions/find-session.ts'
import { sessionToken, setSessionCookie } from '../cookies.ts'
import type { Site } from '../site.ts'

/** The browser's new session takes the place of the one it had: that one ends at the server too. */
export async function giveSession(
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
  given: { readonly sessionToken: string; readonly expiresAt: Date },
) {
  const { installation } = site
  const before = sessionToken(request, site)
  const now = installation.clock()
  const found = before === undefined ? undefined : await findSession(installation, before, now)
  if (found !== undefined) await endSession(found, now)
  setSessionCookie(reply, site, given.sessionToken, given.expiresAt)
  return reply.redirect('/', 303)
}
