import type { FastifyInstance } from 'fastify'
import type { Site } from '../site.ts'

export const HEALTH_PATH = '/health'
export const READY_PATH = '/ready'

/** For whatever watches the process and whatever sends it requests. Both say nothing of what is inside. */
export function serveProbes(server: FastifyInstance, { isReady }: Site): void {
  server.get(HEALTH_PATH, async () => ({ status: 'ok' }))
  server.get(READY_PATH, async (_request, reply) => {
    const ready = await isReady()
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready' })
  })
}
