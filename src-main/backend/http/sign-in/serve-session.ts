import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { endSession } from '../../sessions/end-session.ts'
import { type FoundSession, findSession } from '../../sessions/find-session.ts'
import { clearSessionCookie, formTokenFits, formTokenOf, sessionToken } from '../cookies.ts'
import { homePage } from '../pages/home-page.ts'
import { startAgainPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import type { Site } from '../site.ts'
import { atPublicAddress } from './at-public-address.ts'

export function serveSession(server: FastifyInstance, site: Site): void {
  const { installation } = site
  const typed = server.withTypeProvider<ZodTypeProvider>()

  typed.get('/', { onRequest: atPublicAddress(site) }, async (request, reply) => {
    const found = await sessionOf(request)
    if (found === undefined) return reply.redirect('/sign-in', 303)
    const formToken = formTokenOf(sessionToken(request, site) ?? '')
    return sendPage(reply, 200, homePage({ ...describe(found), formToken }))
  })

  const SignOutForm = z.object({ formToken: z.string().max(100) })
  typed.post('/sign-out', { schema: { body: SignOutForm } }, async (request, reply) => {
    const found = await sessionOf(request)
    if (found !== undefined) {
      if (!formTokenFits(request.body.formToken, sessionToken(request, site)))
        return sendPage(reply, 403, startAgainPage)
      await endSession(found, installation.clock())
    }
    clearSessionCookie(reply, site)
    return reply.redirect('/sign-in', 303)
  })

  async function sessionOf(request: FastifyRequest): Promise<FoundSession | undefined> {
    const token = sessionToken(request, site)
    return token === undefined ? undefined : findSession(installation, token, installation.clock())
  }
}

function describe({ user, session, organisation }: FoundSession) {
  const name = [user.givenName, user.familyName].filter((part) => part !== null && part !== '').join(' ')
  const { email, role } = user
  const through = session.connectionId === null ? 'Password' : 'Single sign-on'
  return { organisation, name: name === '' ? email : name, email, role, through }
}
