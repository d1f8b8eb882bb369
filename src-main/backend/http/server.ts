import { type FastifyInstance, fastify } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { Refused } from '../refusals/refused.ts'
import { adminApi } from './admin/admin-api.ts'
import { answerRefusal } from './answer-refusal.ts'
import { guardOrigin } from './guard-origin.ts'
import { measureRequests } from './operations/measure-requests.ts'
import { serveProbes } from './operations/serve-probes.ts'
import { messagePage } from './pages/message-page.ts'
import { sendPage } from './pages/page.ts'
import { scimDoor } from './scim/scim-door.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { pagesDoor } from './sign-in/pages-door.ts'
import type { Site } from './site.ts'
import { webhooksDoor } from './webhooks/serve-webhooks.ts'

/** A judged test carries a response; nothing else comes near it. */
const BODY_LIMIT = 2_000_000
const REQUEST_MILLISECONDS = 30_000

/** Management and login are two doors of one server: different credentials, different limits. Not listening yet. */
export async function createServer(site: Site): Promise<FastifyInstance> {
  const { random } = site.installation
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_MILLISECONDS,
    forceCloseConnections: 'idle',
    genReqId: () => `req_${Buffer.from(random(8)).toString('hex')}`,
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.setErrorHandler(answerRefusal(site))
  await addSecurityHeaders(server, { secure: site.secure, random })
  guardOrigin(server, site)
  measureRequests(server, site.measures)
  server.setNotFoundHandler(async (request, reply) => {
    if (request.url.startsWith('/api/')) throw new Refused('request.unknown-route')
    return sendPage(reply, 404, nothingHere)
  })
  serveProbes(server, site)
  await server.register((door) => adminApi(door, site))
  await server.register((door) => scimDoor(door, site))
  await server.register((door) => webhooksDoor(door, site))
  await server.register((door) => pagesDoor(door, site))
  return server
}

const nothingHere = messagePage({
  title: 'There is nothing here',
  says: ['Check the address, or start from the sign-in page.'],
  action: { label: 'Go to the sign-in page', href: '/sign-in' },
})
