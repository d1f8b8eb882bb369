import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { beginLogin } from '../../login/begin-login.ts'
import { tokenSha256 } from '../../secrets/tokens.ts'
import { keepBrowserToken } from '../cookies.ts'
import { noConnectionPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import { postToProviderPage } from '../pages/post-to-provider-page.ts'
import { atPublicAddress } from '../sign-in/at-public-address.ts'
import type { Site } from '../site.ts'
import { ConnectionQuery } from './connection-query.ts'
import { findActiveConnection } from './find-active-connection.ts'

/** SP-initiated sign-in begins here, bound to this browser. */
export function serveStart(server: FastifyInstance, site: Site): void {
  const { installation } = site
  const options = { schema: { querystring: ConnectionQuery }, onRequest: atPublicAddress(site) }
  server.withTypeProvider<ZodTypeProvider>().get('/saml/start', options, async (request, reply) => {
    const found = await findActiveConnection(installation, request.query.connection)
    if (found === undefined) return sendPage(reply, 404, noConnectionPage)
    const browserSha256 = tokenSha256(keepBrowserToken(request, reply, site))
    const beginning = { purpose: 'sign-in', browserSha256, configurationSha256: null } as const
    const { start } = await beginLogin(found.tenant, found.connection, beginning, installation.clock())
    if (start.form === null) return reply.redirect(start.url, 302)
    return sendPage(reply, 200, postToProviderPage(start.url, start.form))
  })
}
