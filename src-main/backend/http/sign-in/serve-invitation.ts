import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { startAddress } from '../../connections/addresses.ts'
import { acceptInvitation, findInvitation } from '../../invitations/accept-invitation.ts'
import { INVITATION_PATH } from '../../invitations/invitation-address.ts'
import { routeByEmail } from '../../login/route-by-email.ts'
import { ssoDemand } from '../../policy/sso-demand.ts'
import { browserToken, formTokenFits, formTokenOf, keepBrowserToken } from '../cookies.ts'
import { invitationGonePage, invitationPage } from '../pages/invitation-pages.ts'
import { startAgainPage } from '../pages/message-page.ts'
import { passwordFault } from '../pages/new-password-field.ts'
import { sendPage } from '../pages/page.ts'
import { perMinute } from '../rate-limits.ts'
import type { Site } from '../site.ts'
import { answerSsoRequired } from './answer-sso-required.ts'
import { atPublicAddress } from './at-public-address.ts'
import { giveSession } from './give-session.ts'
import { Token } from './token.ts'

const params = z.object({ token: Token })
const JoinForm = z.object({
  with: z.enum(['password', 'link']).default('password'),
  password: z.string().max(2_000).default(''),
  formToken: z.string().max(100),
})

/** The page an invitation leads to. Signing in through single sign-on accepts it too. */
export function serveInvitation(server: FastifyInstance, site: Site): void {
  const { installation, limits } = site
  const typed = server.withTypeProvider<ZodTypeProvider>()
  const path = `${INVITATION_PATH}/:token`

  typed.get(path, { schema: { params }, onRequest: atPublicAddress(site) }, async (request, reply) =>
    show(request, reply, { token: request.params.token, status: 200 }),
  )

  const options = { schema: { params, body: JoinForm }, ...perMinute(limits.passwords) }
  typed.post(path, options, async (request, reply) => {
    const { formToken, with: way } = request.body
    const { token } = request.params
    if (!formTokenFits(formToken, browserToken(request, site))) return sendPage(reply, 403, startAgainPage)
    const password = way === 'password' ? request.body.password : undefined
    const fault = password === undefined ? undefined : passwordFault(password)
    if (fault !== undefined) return show(request, reply, { token, status: 400, fault })
    const result = await acceptInvitation(installation, { token, password }, installation.clock())
    switch (result.kind) {
      case 'signed-in':
        return giveSession(request, reply, site, result)
      case 'sso-required':
        return answerSsoRequired(request, reply, result.demand)
      case 'gone':
        return sendPage(reply, 410, invitationGonePage)
    }
  })

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { token, status, fault }: { token: string; status: number; fault?: string },
  ) {
    const now = installation.clock()
    const found = await findInvitation(installation, token, now)
    if (found === undefined) return sendPage(reply, 410, invitationGonePage)
    const { tenant, email } = found
    const route = await routeByEmail(installation, email)
    const ownRoute = route?.tenant.id === tenant.id ? route : undefined
    const demand = await ssoDemand(tenant, email, 'mail', now)
    const startUrl = ownRoute && startAddress(tenant.publicUrl, ownRoute.connection)
    const form = {
      ...found,
      action: `${INVITATION_PATH}/${token}`,
      formToken: formTokenOf(keepBrowserToken(request, reply, site)),
      startUrl: startUrl ?? demand?.ssoRedirectUrl,
      ssoOnly: demand !== undefined,
    }
    return sendPage(reply, status, invitationPage({ ...form, ...(fault === undefined ? {} : { fault }) }))
  }
}
