import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../refusals/refused.ts'

/** Counts what is tried for one e-mail address, from wherever, a minute. @returns throws `request.too-many` beyond `max` */
export function countPerAddress(server: FastifyInstance, max: number) {
  const count = server.createRateLimit({
    max,
    timeWindow: 60_000,
    keyGenerator: ({ body }: FastifyRequest) => (body as { email: string }).email.toLowerCase(),
  })
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const tries = await count(request)
    if (tries.isAllowed || !tries.isExceeded) return
    reply.header('retry-after', tries.ttlInSeconds)
    throw new Refused('request.too-many')
  }
}
