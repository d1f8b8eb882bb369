import type { FastifyInstance } from 'fastify'
import * as routes from '#shared/http-api/setup-link.ts'
import { createSetupLink, readSetupLink, revokeSetupLink } from '../../setup-links/manage-setup-link.ts'
import { serveRoute } from '../serve-route.ts'

export function serveSetupLink(server: FastifyInstance): void {
  serveRoute(server, routes.createSetupLink, (context, { body }) => createSetupLink(context, body))
  serveRoute(server, routes.getSetupLink, (context) => readSetupLink(context))
  serveRoute(server, routes.revokeSetupLink, (context) => revokeSetupLink(context))
}
