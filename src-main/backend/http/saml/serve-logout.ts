import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { ArrivedLogout } from '../../logout/judge-logout-message.ts'
import { receiveLogout } from '../../logout/receive-logout.ts'
import { LOGOUT_PATH } from '../guard-origin.ts'
import { noConnectionPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import { endedPage, logoutRefusedPage, signedOutPage } from '../pages/signed-out-page.ts'
import { perMinute } from '../rate-limits.ts'
import type { Site } from '../site.ts'
import { ConnectionQuery } from './connection-query.ts'
import { findActiveConnection } from './find-active-connection.ts'

const RelayState = z.string().max(10_000).optional()
const Redirected = ConnectionQuery.extend({ RelayState })
const Posted = z
  .object({ SAMLRequest: z.string().optional(), SAMLResponse: z.string().optional(), RelayState })
  .refine(({ SAMLRequest, SAMLResponse }) => (SAMLRequest === undefined) !== (SAMLResponse === undefined), {
    message: 'It holds one SAMLRequest or one SAMLResponse.',
  })

/** Single logout, from the identity provider and back from it, by both bindings. No cookie is read: the message names the session. */
export function serveLogout(server: FastifyInstance, site: Site): void {
  const { installation, limits } = site
  const typed = server.withTypeProvider<ZodTypeProvider>()
  const limit = perMinute(limits.callback)

  typed.get(LOGOUT_PATH, { schema: { querystring: Redirected }, ...limit }, async (request, reply) => {
    const { connection, RelayState: relayState } = request.query
    // The signature is over the octets as they came.
    const query = request.raw.url?.split('?', 2)[1] ?? ''
    return answer(reply, connection, { binding: 'redirect', query, relayState })
  })

  const options = { schema: { querystring: ConnectionQuery, body: Posted }, ...limit }
  typed.post(LOGOUT_PATH, options, async (request, reply) => {
    const { SAMLRequest, SAMLResponse, RelayState: relayState } = request.body
    return answer(reply, request.query.connection, {
      binding: 'post',
      field: SAMLRequest ?? SAMLResponse ?? '',
      relayState,
    })
  })

  async function answer(reply: FastifyReply, id: ConnectionId, arrived: ArrivedLogout) {
    const found = await findActiveConnection(installation, id)
    if (found === undefined) return sendPage(reply, 404, noConnectionPage)
    const result = await receiveLogout(found.tenant, found.connection, arrived, installation.clock())
    switch (result.kind) {
      case 'ended':
        return result.redirectUrl === undefined
          ? sendPage(reply, 200, endedPage)
          : reply.redirect(result.redirectUrl, 303)
      case 'answered':
        return sendPage(reply, 200, signedOutPage(result.everywhere))
      case 'refused':
        installation.log({ level: 'info', event: 'sign-out.refused', details: { attempt: result.attemptId } })
        return sendPage(reply, 403, logoutRefusedPage(result.attemptId))
    }
  }
}
