import type { FastifyInstance } from 'fastify'
import * as routes from '#shared/http-api/google.ts'
import { deleteGoogle, putGoogle, readGoogle } from '../../google/manage-google.ts'
import { serveRoute } from '../serve-route.ts'

export function serveGoogle(server: FastifyInstance): void {
  serveRoute(server, routes.readGoogle, (context) => readGoogle(context))
  serveRoute(server, routes.putGoogle, (context, { body }) => putGoogle(context, body))
  serveRoute(server, routes.deleteGoogle, (context) => deleteGoogle(context))
}
