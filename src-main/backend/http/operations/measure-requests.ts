import type { FastifyInstance } from 'fastify'
import { type Measures, noMeasures } from '../../measures/measures.ts'

/** By the declared route: an address may hold a token. */
export function measureRequests(server: FastifyInstance, measures: Measures): void {
  if (measures === noMeasures) return
  server.addHook('onResponse', async (request, reply) => {
    measures.request(request.method, request.routeOptions.url ?? '', reply.statusCode, reply.elapsedTime / 1000)
  })
}
