import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { beginLogout } from '../../logout/begin-logout.ts'
import { maySetPassword } from '../../passwords/set-password.ts'
import { endSession } from '../../sessions/end-session.ts'
import type { FoundSession } from '../../sessions/find-session.ts'
import type { SessionWay } from '../../storage/sign-in-tables.ts'
import { clearSessionCookie, formTokenOf, sessionToken } from '../cookies.ts'
import { authenticationWords } from '../pages/authentication-words.ts'
import { homePage } from '../pages/home-page.ts'
import { startAgainPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import type { Site } from '../site.ts'
import { atPublicAddress } from './at-public-address.ts'
import { formIsOfSession, sessionOf } from './session-of.ts'

export function serveSession(server: FastifyInstance, site: Site): void {
  const { installation } = site
  const typed = server.withTypeProvider<ZodTypeProvider>()

  typed.get('/', { onRequest: atPublicAddress(site) }, async (request, reply) => {
    const found = await sessionOf(request, site)
    if (found === undefined) return reply.redirect('/sign-in', 303)
    const formToken = formTokenOf(sessionToken(request, site) ?? '')
    return sendPage(reply, 200, homePage({ ...(await describe(found, installation.clock())), formToken }))
  })

  const SignOutForm = z.object({ formToken: z.string().max(100) })
  typed.post('/sign-out', { schema: { body: SignOutForm } }, async (request, reply) => {
    const found = await sessionOf(request, site)
    if (found !== undefined) {
      if (!formIsOfSession(request.body.formToken, request, site)) return sendPage(reply, 403, startAgainPage)
      await endSession(found, installation.clock())
    }
    clearSessionCookie(reply, site)
    const onward = found && (await beginLogout(found.tenant, found.session, installation.clock()))
    return reply.redirect(onward ?? '/sign-in', 303)
  })
}

const ways: Readonly<Record<SessionWay, string>> = {
  'single-sign-on': 'Single sign-on',
  password: 'Password',
  link: 'Link by mail',
  invitation: 'Invitation',
}

async function describe(found: FoundSession, now: Date) {
  const { tenant, user, session, organisation } = found
  const { email, role } = user
  const name = [user.givenName, user.familyName].filter((part) => part !== null && part !== '').join(' ')
  const live = await tenant.stores.sessions.count({ userId: user.id, liveAt: now.toISOString() })
  return {
    organisation,
    name: name === '' ? email : name,
    email,
    role,
    through: ways[session.way],
    // Multi-factor is its affair, and nobody is asked twice (S35).
    authentication: session.way === 'single-sign-on' ? authenticationWords(session.authnContext) : null,
    otherSessions: live - 1,
    maySetPassword: maySetPassword(found, now),
  }
}
