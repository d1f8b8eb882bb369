import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import type { LogoutStep } from '../logout/go-on.ts'
import { LogoutRefused } from '../logout/logout-refused.ts'
import { beginLogout, receiveLogout } from '../logout/receive-logout.ts'
import { postPage } from '../pages/post-page.ts'
import { signedOutHerePage } from '../pages/sign-out-page.ts'
import { endSession } from './browser-session.ts'
import { sendPage } from './send-page.ts'

/** Each member once: two of a kind could be read as either. */
const Posted = z.object({
  SAMLRequest: z.string().optional(),
  SAMLResponse: z.string().optional(),
  RelayState: z.string().max(10_000).optional(),
})

/** Single logout, from applications and back from them, by both bindings; and the button that begins it here. No cookie is read of a message: it names the session. */
export function addLogoutRoutes(server: FastifyInstance, idp: IdentityProviderState): void {
  const take = (reply: FastifyReply, step: LogoutStep): FastifyReply => {
    if (step.kind === 'redirect') return reply.redirect(step.url, 303)
    return sendPage(idp, reply, 200, step.kind === 'post' ? postPage(step.form) : signedOutHerePage(step.stayed))
  }

  server.get('/slo', async (request, reply) => {
    // The signature is over the octets as they came.
    const query = request.raw.url?.split('?').slice(1).join('?') ?? ''
    return take(reply, await receiveLogout(idp, { binding: 'redirect', query }))
  })

  server.post('/slo', async (request, reply) => {
    const { data } = Posted.safeParse(request.body ?? {})
    const { SAMLRequest, SAMLResponse, RelayState: relayState } = data ?? {}
    const field = SAMLRequest ?? SAMLResponse
    if (field === undefined || (SAMLRequest !== undefined && SAMLResponse !== undefined))
      throw new LogoutRefused('unreadable')
    return take(reply, await receiveLogout(idp, { binding: 'post', field, relayState }))
  })

  server.post('/sign-out', async (request, reply) => {
    const session = endSession(idp, request, reply)
    if (session === undefined) return reply.redirect(`${idp.profile.path}/`, 303)
    idp.onEvent({ kind: 'signed-out', username: session.person.username })
    return take(reply, await beginLogout(idp, session))
  })
}
