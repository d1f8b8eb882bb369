import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { acceptCallback } from '../../openid/accept-callback.ts'
import { tokenSha256 } from '../../secrets/tokens.ts'
import { browserToken } from '../cookies.ts'
import { noConnectionPage, refusedLoginPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import { perMinute } from '../rate-limits.ts'
import { findActiveConnection } from '../saml/find-active-connection.ts'
import { NEW_ACCOUNT_PATH } from '../sign-in/serve-new-account.ts'
import type { Site } from '../site.ts'
import { ConnectionParams } from './connection-params.ts'

/** One redirect URI for each connection: the address says whose answer this has to be (RFC 9700 §4.4.2). */
export function serveOpenidCallback(server: FastifyInstance, site: Site): void {
  const { installation, limits } = site
  const options = { schema: { params: ConnectionParams }, ...perMinute(limits.callback) }
  server.withTypeProvider<ZodTypeProvider>().get('/openid/:id/callback', options, async (request, reply) => {
    const found = await findActiveConnection(installation, request.params.id, 'oidc')
    if (found === undefined) return sendPage(reply, 404, noConnectionPage)
    const callback = new URLSearchParams(request.raw.url?.split('?', 2)[1] ?? '')
    const browserSha256 = tokenSha256(browserToken(request, site) ?? '')
    const returned = { callback, browserSha256 }
    const result = await acceptCallback(found.tenant, found.connection, returned, installation.clock())
    site.measures.signIn(result.kind === 'refused' ? result.reason : result.kind)
    if (result.kind === 'offered') return reply.redirect(`${NEW_ACCOUNT_PATH}?handle=${result.handle}`, 303)
    if (result.kind === 'accepted') return reply.redirect(`/sign-in/finish?handle=${result.handle}`, 303)
    const { attemptId, reason } = result
    installation.log({ level: 'info', event: 'sign-in.refused', details: { attempt: attemptId, reason } })
    return sendPage(reply, 403, refusedLoginPage(reason, attemptId))
  })
}
