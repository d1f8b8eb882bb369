import type { FastifyRequest } from 'fastify'
import { type FoundSession, findSession } from '../../sessions/find-session.ts'
import { formTokenFits, sessionToken } from '../cookies.ts'
import type { Site } from '../site.ts'

export async function sessionOf(request: FastifyRequest, site: Site): Promise<FoundSession | undefined> {
  const token = sessionToken(request, site)
  return token === undefined ? undefined : findSession(site.installation, token, site.installation.clock())
}

/** The form came from a page that was given to this session. */
export const formIsOfSession = (formToken: string, request: FastifyRequest, site: Site): boolean =>
  formTokenFits(formToken, sessionToken(request, site))
