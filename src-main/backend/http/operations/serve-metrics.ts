import { type FastifyInstance, fastify } from 'fastify'
import type { PrometheusMeasures } from '../../measures/prometheus-measures.ts'

export const METRICS_PATH = '/metrics'

/** A server of its own, on this machine alone: what is counted is the operator's business. Not listening yet. */
export function createMetricsServer(measures: PrometheusMeasures): FastifyInstance {
  const server = fastify({ forceCloseConnections: true })
  server.get(METRICS_PATH, async (_request, reply) => reply.type(measures.contentType).send(await measures.text()))
  return server
}
