import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { openTenant } from '../../installation.ts'
import { type FinishResult, finishSignIn } from '../../login/finish-sign-in.ts'
import { tokenSha256 } from '../../secrets/tokens.ts'
import { browserToken, formTokenFits, formTokenOf, keepBrowserToken } from '../cookies.ts'
import { confirmPage } from '../pages/confirm-page.ts'
import { startAgainPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import type { Site } from '../site.ts'
import { giveSession } from './give-session.ts'

const Handle = z.string().regex(/^[\w-]{43}$/)

/**
 * The callback is posted across sites, so no cookie of ours comes with it (SameSite=Lax). It answers with a redirect here,
 * where the browser shows its pre-login cookie and gets its session.
 */
export function serveFinish(server: FastifyInstance, site: Site): void {
  const typed = server.withTypeProvider<ZodTypeProvider>()
  typed.get('/sign-in/finish', { schema: { querystring: z.object({ handle: Handle }) } }, async (request, reply) => {
    const browser = keepBrowserToken(request, reply, site)
    return answer(request, reply, await finish(site, request.query.handle, 'finish', browser), browser)
  })

  const ConfirmForm = z.object({ handle: Handle, formToken: z.string().max(100) })
  typed.post('/sign-in/confirm', { schema: { body: ConfirmForm } }, async (request, reply) => {
    const browser = tokenOf(request)
    if (!formTokenFits(request.body.formToken, browser)) return sendPage(reply, 403, startAgainPage)
    return answer(request, reply, await finish(site, request.body.handle, 'confirm', browser), browser)
  })

  const tokenOf = (request: FastifyRequest) => browserToken(request, site) ?? ''

  function answer(request: FastifyRequest, reply: FastifyReply, result: FinishResult, browser: string) {
    switch (result.kind) {
      case 'signed-in':
        return giveSession(request, reply, site, result)
      case 'confirm':
        return sendPage(reply, 200, confirmPage({ ...result, formToken: formTokenOf(browser) }))
      case 'refused':
        return sendPage(reply, 403, startAgainPage)
    }
  }
}

async function finish(
  { installation }: Site,
  handle: string,
  purpose: 'finish' | 'confirm',
  browser: string,
): Promise<FinishResult> {
  const organisationId = await installation.directory.tenantOfHandle(tokenSha256(handle))
  if (organisationId === undefined) return { kind: 'refused' }
  const tenant = openTenant(installation, organisationId)
  return finishSignIn(tenant, { handle, purpose, browserSha256: tokenSha256(browser), now: installation.clock() })
}
