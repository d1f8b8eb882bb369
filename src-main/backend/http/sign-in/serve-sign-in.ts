import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { parseEmailAddress } from '#shared/model/email-address.ts'
import { startAddress } from '../../connections/addresses.ts'
import { demandOfDomain } from '../../login/demand-of-domain.ts'
import { routeByEmail } from '../../login/route-by-email.ts'
import { formTokenOf, keepBrowserToken } from '../cookies.ts'
import { emailPage } from '../pages/email-page.ts'
import { SUBMIT_SCRIPT_PATH, sendPage } from '../pages/page.ts'
import { passwordPage } from '../pages/password-page.ts'
import type { Site } from '../site.ts'
import { answerSsoRequired } from './answer-sso-required.ts'
import { atPublicAddress } from './at-public-address.ts'

const EmailForm = z.object({
  email: z.string().trim().max(254),
  with: z.enum(['single-sign-on', 'password']).default('single-sign-on'),
})

export function serveSignIn(server: FastifyInstance, site: Site): void {
  const typed = server.withTypeProvider<ZodTypeProvider>()

  typed.get('/sign-in', { onRequest: atPublicAddress(site) }, async (_request, reply) =>
    sendPage(reply, 200, emailPage()),
  )

  /** Changes nothing: it only says where to go on, by domain and never by whether the address is known. */
  typed.post('/sign-in', { schema: { body: EmailForm } }, async (request, reply) => {
    const { email, with: way } = request.body
    if (parseEmailAddress(email) === undefined) {
      return sendPage(reply, 400, emailPage({ email, fault: 'Enter an e-mail address such as name@example.com.' }))
    }
    const route = await routeByEmail(site.installation, email)
    if (route !== undefined && way === 'single-sign-on') {
      return reply.redirect(startAddress(site.installation.publicUrl, route.connection), 303)
    }
    const demand = await demandOfDomain(site.installation, email, 'password', site.installation.clock())
    if (demand !== undefined) return answerSsoRequired(request, reply, demand)
    const formToken = formTokenOf(keepBrowserToken(request, reply, site))
    return sendPage(reply, 200, passwordPage({ email, formToken }))
  })

  typed.get(SUBMIT_SCRIPT_PATH, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send('document.forms[0].submit()\n'),
  )
}
