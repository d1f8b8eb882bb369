import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { receiveLogoutToken } from '../../openid/receive-logout-token.ts'
import { takeSignOut } from '../../openid/take-sign-out.ts'
import { BACKCHANNEL_LOGOUT_PATH } from '../guard-origin.ts'
import { sendPage } from '../pages/page.ts'
import { signedOutPage } from '../pages/signed-out-page.ts'
import { perMinute } from '../rate-limits.ts'
import { findActiveConnection } from '../saml/find-active-connection.ts'
import type { Site } from '../site.ts'
import { ConnectionParams } from './connection-params.ts'

const LogoutForm = z.object({ logout_token: z.string().min(1).max(200_000) })
const Returned = z.object({ state: z.string().max(200).optional() })

/** Sign-out at the provider: what it tells us from server to server, and where it sends the browser back to. No cookie is read. */
export function serveOpenidLogout(server: FastifyInstance, site: Site): void {
  const { installation, limits } = site
  const typed = server.withTypeProvider<ZodTypeProvider>()

  const posted = { schema: { params: ConnectionParams, body: LogoutForm }, ...perMinute(limits.callback) }
  typed.post(BACKCHANNEL_LOGOUT_PATH, posted, async (request, reply) => {
    const found = await findActiveConnection(installation, request.params.id, 'oidc')
    if (found === undefined) return reply.code(404).send({ error: 'invalid_request' })
    const { tenant, connection } = found
    const result = await receiveLogoutToken(tenant, connection, request.body.logout_token, installation.clock())
    if (result.kind === 'ended') return reply.code(200).send()
    const { attemptId, reason } = result
    installation.log({ level: 'info', event: 'sign-out.refused', details: { attempt: attemptId, reason } })
    // Back-Channel Logout §2.8; the number is for the provider's administrator to ask ours by.
    return reply.code(400).send({ error: 'invalid_request', error_description: attemptId })
  })

  const returned = { schema: { params: ConnectionParams, querystring: Returned } }
  typed.get('/openid/:id/signed-out', returned, async (request, reply) => {
    const found = await findActiveConnection(installation, request.params.id, 'oidc')
    const { state } = request.query
    const isOurs =
      found !== undefined &&
      state !== undefined &&
      (await takeSignOut(found.tenant, found.connection, state, installation.clock()))
    return isOurs ? sendPage(reply, 200, signedOutPage(true)) : reply.redirect('/sign-in', 303)
  })
}
