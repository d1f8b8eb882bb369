import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { WEBHOOK_PATH } from '../../directories/manage-directories.ts'
import { receiveEvent } from '../../directories/receive-event.ts'
import { Refused } from '../../refusals/refused.ts'
import { answerRefusal } from '../answer-refusal.ts'
import { limitOptions } from '../rate-limits.ts'
import type { Site } from '../site.ts'

const BODY_LIMIT = 1_000_000
const params = z.object({ directory: z.string().max(100) })
const headers = z.object({
  'webhook-id': z.string().min(1).max(255),
  'webhook-timestamp': z.string().max(20),
  'webhook-signature': z.string().max(2_000),
})

/** Where directories post their events (S31). The signature is over the octets as they came, so nothing parses them before. */
export async function webhooksDoor(server: FastifyInstance, site: Site): Promise<void> {
  const { installation, limits } = site
  server.setErrorHandler(answerRefusal(site))
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
    done(null, body),
  )
  await server.register(rateLimit, { ...limitOptions, max: limits.callback })
  const path = `${WEBHOOK_PATH}/:directory`
  server.withTypeProvider<ZodTypeProvider>().post(path, { schema: { params } }, async (request) => {
    const told = headers.safeParse(request.headers)
    if (!told.success || !Buffer.isBuffer(request.body)) throw new Refused('webhook.refused')
    const signed = {
      id: told.data['webhook-id'],
      timestamp: told.data['webhook-timestamp'],
      signature: told.data['webhook-signature'],
      body: request.body,
    }
    return { received: await receiveEvent(installation, request.params.directory, signed, installation.clock()) }
  })
}
