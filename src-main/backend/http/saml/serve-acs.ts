import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { acceptResponse } from '../../login/accept-response.ts'
import { CALLBACK_PATH } from '../guard-origin.ts'
import { refusedLoginPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import { perMinute } from '../rate-limits.ts'
import { answerSetupTest } from '../setup/answer-setup-test.ts'
import { NEW_ACCOUNT_PATH } from '../sign-in/serve-new-account.ts'
import type { Site } from '../site.ts'
import { ConnectionQuery } from './connection-query.ts'
import { findActiveConnection } from './find-active-connection.ts'

const Callback = z.object({
  SAMLResponse: z.string().min(1),
  RelayState: z.string().max(10_000).optional(),
})

/** Assertion consumer service, HTTP-POST binding. It sees no cookie and makes no session: see the finish page. */
export function serveAcs(server: FastifyInstance, site: Site): void {
  const { installation, limits, measures } = site
  const options = { schema: { querystring: ConnectionQuery, body: Callback }, ...perMinute(limits.callback) }
  server.withTypeProvider<ZodTypeProvider>().post(CALLBACK_PATH, options, async (request, reply) => {
    const found = await findActiveConnection(installation, request.query.connection)
    const { SAMLResponse: samlResponse, RelayState } = request.body
    const posted = { samlResponse, relayState: RelayState === '' ? undefined : RelayState }
    if (found === undefined) return answerSetupTest(reply, site, request.query.connection, posted)
    const result = await acceptResponse(found.tenant, found.connection, posted, installation.clock())
    measures.signIn(result.kind === 'refused' ? result.reason : result.kind)
    if (result.kind === 'offered') return reply.redirect(`${NEW_ACCOUNT_PATH}?handle=${result.handle}`, 303)
    if (result.kind === 'accepted') return reply.redirect(`/sign-in/finish?handle=${result.handle}`, 303)
    const { attemptId, reason } = result
    installation.log({ level: 'info', event: 'sign-in.refused', details: { attempt: attemptId, reason } })
    return sendPage(reply, 403, refusedLoginPage(reason, attemptId))
  })
}
