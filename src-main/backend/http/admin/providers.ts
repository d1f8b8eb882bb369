import type { FastifyInstance } from 'fastify'
import * as routes from '#shared/http-api/provider.ts'
import { changeProvider } from '../../connections/change-provider.ts'
import { createProvider } from '../../connections/create-provider.ts'
import { deleteProvider } from '../../connections/delete-provider.ts'
import { listProviders, readProvider } from '../../connections/read-providers.ts'
import { serveRoute } from '../serve-route.ts'

export function serveProviders(server: FastifyInstance): void {
  serveRoute(server, routes.listProviders, (context, { query }) => listProviders(context, query))
  serveRoute(server, routes.getProvider, async (context, { params }) => ({
    provider: await readProvider(context, params.id),
  }))
  serveRoute(server, routes.createProvider, async (context, { body }) => ({
    provider: await createProvider(context, body),
  }))
  serveRoute(server, routes.changeProvider, async (context, { params, body }) => ({
    provider: await changeProvider(context, params.id, body),
  }))
  serveRoute(server, routes.deleteProvider, (context, { params }) => deleteProvider(context, params.id))
}
