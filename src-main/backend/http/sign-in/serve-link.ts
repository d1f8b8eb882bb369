import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { parseEmailAddress } from '#shared/model/email-address.ts'
import { LINK_PATH } from '../../links/link-address.ts'
import { demandOfDomain } from '../../login/demand-of-domain.ts'
import { LINK_MINUTES } from '../../login/lifetimes.ts'
import { requestLinks } from '../../login/request-links.ts'
import { findLink, signInWithLink } from '../../login/sign-in-with-link.ts'
import { browserToken, formTokenFits, formTokenOf, keepBrowserToken } from '../cookies.ts'
import { linkGonePage, linkPage, linkSentPage } from '../pages/link-pages.ts'
import { refusedAccountPage, startAgainPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import { perMinute } from '../rate-limits.ts'
import type { Site } from '../site.ts'
import { answerSsoRequired } from './answer-sso-required.ts'
import { atPublicAddress } from './at-public-address.ts'
import { countPerAddress } from './count-per-address.ts'
import { giveSession } from './give-session.ts'
import { Token } from './token.ts'

const LinkForm = z.object({ email: z.string().trim().max(254), formToken: z.string().max(100) })
const LinkParams = z.object({ token: Token })

/** Sign-in by a link that is sent to the address. */
export function serveLink(server: FastifyInstance, site: Site): void {
  const { installation, limits } = site
  const typed = server.withTypeProvider<ZodTypeProvider>()
  const countAsked = countPerAddress(server, limits.linksPerAddress)

  typed.post(LINK_PATH, { schema: { body: LinkForm }, ...perMinute(limits.links) }, async (request, reply) => {
    const { email, formToken } = request.body
    if (!formTokenFits(formToken, browserToken(request, site))) return sendPage(reply, 403, startAgainPage)
    if (parseEmailAddress(email) === undefined) return reply.redirect('/sign-in', 303)
    await countAsked(request, reply)
    const now = installation.clock()
    const demand = await demandOfDomain(installation, email, 'mail', now)
    if (demand !== undefined) return answerSsoRequired(request, reply, demand)
    // After the answer: whether anyone has this address shows neither in its words nor in its time.
    site.afterwards(async () => {
      await requestLinks(installation, email, now)
      site.mailQueue.hurry()
    })
    return sendPage(reply, 200, linkSentPage(email, LINK_MINUTES))
  })

  const options = { schema: { params: LinkParams } }
  typed.get(`${LINK_PATH}/:token`, { ...options, onRequest: atPublicAddress(site) }, async (request, reply) => {
    const { token } = request.params
    const found = await findLink(installation, token, installation.clock())
    if (found === undefined) return sendPage(reply, 410, linkGonePage)
    const formToken = formTokenOf(keepBrowserToken(request, reply, site))
    return sendPage(reply, 200, linkPage({ ...found, action: `${LINK_PATH}/${token}`, formToken }))
  })

  const UseForm = z.object({ formToken: z.string().max(100) })
  typed.post(`${LINK_PATH}/:token`, { schema: { params: LinkParams, body: UseForm } }, async (request, reply) => {
    if (!formTokenFits(request.body.formToken, browserToken(request, site))) return sendPage(reply, 403, startAgainPage)
    const result = await signInWithLink(installation, request.params.token, installation.clock())
    switch (result.kind) {
      case 'signed-in':
        return giveSession(request, reply, site, result)
      case 'sso-required':
        return answerSsoRequired(request, reply, result.demand)
      case 'refused':
        return sendPage(reply, 403, refusedAccountPage(result.because))
      case 'gone':
        return sendPage(reply, 410, linkGonePage)
    }
  })
}
