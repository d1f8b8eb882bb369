import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { maySetPassword, setPassword } from '../../passwords/set-password.ts'
import { endOtherSessions } from '../../sessions/end-other-sessions.ts'
import type { FoundSession } from '../../sessions/find-session.ts'
import { formTokenOf, sessionToken } from '../cookies.ts'
import { choosePasswordPage, linkFirstPage } from '../pages/account-pages.ts'
import { startAgainPage } from '../pages/message-page.ts'
import { passwordFault } from '../pages/new-password-field.ts'
import { sendPage } from '../pages/page.ts'
import { perMinute } from '../rate-limits.ts'
import type { Site } from '../site.ts'
import { answerSsoRequired } from './answer-sso-required.ts'
import { formIsOfSession, sessionOf } from './session-of.ts'

const PASSWORD_PATH = '/account/password'
const FormToken = z.string().max(100)

/** What people do with their own account. */
export function serveAccount(server: FastifyInstance, site: Site): void {
  const { installation, limits } = site
  const typed = server.withTypeProvider<ZodTypeProvider>()

  typed.get(PASSWORD_PATH, async (request, reply) => {
    const found = await sessionOf(request, site)
    if (found === undefined) return reply.redirect('/sign-in', 303)
    if (!maySetPassword(found, installation.clock())) return sendPage(reply, 403, linkFirstPage)
    return showForm(request, reply, found)
  })

  const PasswordForm = z.object({ password: z.string().max(2_000), formToken: FormToken })
  const options = { schema: { body: PasswordForm }, ...perMinute(limits.passwords) }
  typed.post(PASSWORD_PATH, options, async (request, reply) => {
    const found = await sessionOf(request, site)
    if (found === undefined) return reply.redirect('/sign-in', 303)
    const { password, formToken } = request.body
    if (!formIsOfSession(formToken, request, site)) return sendPage(reply, 403, startAgainPage)
    const fault = passwordFault(password)
    if (fault !== undefined) return showForm(request, reply, found, fault)
    const result = await setPassword(found, password, installation.clock())
    switch (result.kind) {
      case 'set':
        return reply.redirect('/', 303)
      case 'not-fresh':
        return sendPage(reply, 403, linkFirstPage)
      case 'sso-required':
        return answerSsoRequired(request, reply, result.demand)
    }
  })

  typed.post(
    '/account/end-others',
    { schema: { body: z.object({ formToken: FormToken }) } },
    async (request, reply) => {
      const found = await sessionOf(request, site)
      if (found === undefined) return reply.redirect('/sign-in', 303)
      if (!formIsOfSession(request.body.formToken, request, site)) return sendPage(reply, 403, startAgainPage)
      await endOtherSessions(found, installation.clock())
      return reply.redirect('/', 303)
    },
  )

  function showForm(request: FastifyRequest, reply: FastifyReply, { user }: FoundSession, fault?: string) {
    const formToken = formTokenOf(sessionToken(request, site) ?? '')
    const form = { email: user.email, formToken, ...(fault === undefined ? {} : { fault }) }
    return sendPage(reply, fault === undefined ? 200 : 400, choosePasswordPage(form))
  }
}
