import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { signInWithPassword } from '../../login/sign-in-with-password.ts'
import { browserToken, formTokenFits, formTokenOf, keepBrowserToken } from '../cookies.ts'
import { refusedAccountPage, startAgainPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import { passwordPage } from '../pages/password-page.ts'
import { perMinute } from '../rate-limits.ts'
import type { Site } from '../site.ts'
import { answerSsoRequired } from './answer-sso-required.ts'
import { countPerAddress } from './count-per-address.ts'
import { giveSession } from './give-session.ts'

const PasswordForm = z.object({
  email: z.string().trim().max(254),
  password: z.string().max(1_000),
  formToken: z.string().max(100),
})

export function servePassword(server: FastifyInstance, site: Site): void {
  const { installation, limits } = site
  const countTries = countPerAddress(server, limits.passwordsPerAccount)
  const options = { schema: { body: PasswordForm }, ...perMinute(limits.passwords) }
  server.withTypeProvider<ZodTypeProvider>().post('/sign-in/password', options, async (request, reply) => {
    const { email, password, formToken } = request.body
    if (!formTokenFits(formToken, browserToken(request, site))) return sendPage(reply, 403, startAgainPage)
    await countTries(request, reply)
    const result = await signInWithPassword(installation, { email, password }, installation.clock())
    switch (result.kind) {
      case 'sso-required':
        return answerSsoRequired(request, reply, result.demand)
      case 'signed-in':
        return giveSession(request, reply, site, result)
      case 'refused':
        return sendPage(reply, 403, refusedAccountPage(result.because))
      case 'wrong': {
        installation.log({ level: 'info', event: 'sign-in.password-refused', details: { request: request.id } })
        const next = formTokenOf(keepBrowserToken(request, reply, site))
        return sendPage(reply, 401, passwordPage({ email, formToken: next, fault: WRONG }))
      }
    }
  })
}

/** One text for an address nobody has and for a wrong password. */
const WRONG = 'The e-mail address or the password is wrong. Try again, or use another address.'
