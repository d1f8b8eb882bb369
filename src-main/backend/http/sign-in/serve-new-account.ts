import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { openTenant } from '../../installation.ts'
import { acceptOffer } from '../../login/accept-offer.ts'
import { showOffer } from '../../login/show-offer.ts'
import { tokenSha256 } from '../../secrets/tokens.ts'
import { browserToken, formTokenFits, formTokenOf, keepBrowserToken } from '../cookies.ts'
import { refusedLoginPage, startAgainPage } from '../pages/message-page.ts'
import { newAccountPage } from '../pages/new-account-page.ts'
import { sendPage } from '../pages/page.ts'
import type { Site } from '../site.ts'
import { giveSession } from './give-session.ts'
import { Token } from './token.ts'

export const NEW_ACCOUNT_PATH = '/sign-in/new-account'

/** The new-account screen, where the organisation has one (S24). */
export function serveNewAccount(server: FastifyInstance, site: Site): void {
  const { installation } = site
  const typed = server.withTypeProvider<ZodTypeProvider>()

  typed.get(NEW_ACCOUNT_PATH, { schema: { querystring: z.object({ handle: Token }) } }, async (request, reply) => {
    const browser = keepBrowserToken(request, reply, site)
    const tenant = await tenantOf(request.query.handle)
    const browserSha256 = tokenSha256(browser)
    const offer = tenant && (await showOffer(tenant, { ...request.query, browserSha256, now: installation.clock() }))
    if (offer === undefined) return sendPage(reply, 403, startAgainPage)
    return sendPage(reply, 200, newAccountPage({ ...offer, formToken: formTokenOf(browser) }))
  })

  const body = z.object({ handle: Token, formToken: z.string().max(100) })
  typed.post(NEW_ACCOUNT_PATH, { schema: { body } }, async (request, reply) => {
    const { handle, formToken } = request.body
    const browser = browserToken(request, site)
    if (browser === undefined || !formTokenFits(formToken, browser)) return sendPage(reply, 403, startAgainPage)
    const tenant = await tenantOf(handle)
    if (tenant === undefined) return sendPage(reply, 403, startAgainPage)
    const browserSha256 = tokenSha256(browser)
    const result = await acceptOffer(tenant, { handle, browserSha256, now: installation.clock() })
    switch (result.kind) {
      case 'signed-in':
        return giveSession(request, reply, site, result)
      case 'refused':
        return sendPage(reply, 403, refusedLoginPage(result.because, result.attemptId))
      case 'gone':
        return sendPage(reply, 403, startAgainPage)
    }
  })

  async function tenantOf(handle: string) {
    const organisationId = await installation.directory.tenantOfOffer(tokenSha256(handle))
    return organisationId && openTenant(installation, organisationId)
  }
}
