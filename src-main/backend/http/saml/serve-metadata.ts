import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { serviceProviderOf } from '../../connections/hand-out.ts'
import { noConnectionPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import type { Site } from '../site.ts'
import { ConnectionQuery } from './connection-query.ts'
import { findConnectionOf } from './find-active-connection.ts'

/** Of drafts too: the identity provider is set up before anyone signs in. Nothing in it is secret. */
export function serveMetadata(server: FastifyInstance, site: Site): void {
  const options = { schema: { querystring: ConnectionQuery } }
  server.withTypeProvider<ZodTypeProvider>().get('/saml/metadata', options, async (request, reply) => {
    const found = await findConnectionOf(site.installation, request.query.connection, 'saml')
    const serviceProvider = found && serviceProviderOf(found.connection, found.tenant)
    if (!serviceProvider) return sendPage(reply, 404, noConnectionPage)
    return reply.type('application/samlmetadata+xml; charset=utf-8').send(serviceProvider.metadataXml)
  })
}
