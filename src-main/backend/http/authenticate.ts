import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AdminContext } from '../admin-context.ts'
import { recogniseApiKey } from '../api-keys/recognise-api-key.ts'
import { openTenant } from '../installation.ts'
import { licenceIsActive } from '../organisations/licence.ts'
import { Refused } from '../refusals/refused.ts'
import type { Site } from './site.ts'

const contexts = new WeakMap<FastifyRequest, AdminContext>()

/** Of a request that has been authenticated. */
export function contextOf(request: FastifyRequest): AdminContext {
  const context = contexts.get(request)
  if (context === undefined) throw new TypeError('this route is not behind authentication')
  return context
}

/** The organisation comes from the API key and from nowhere else. */
export function authenticate(server: FastifyInstance, { installation, limits }: Site): void {
  const countUnknownKey = server.createRateLimit({
    max: limits.unknownKeys,
    timeWindow: 60_000,
    keyGenerator: ({ ip }) => ip,
  })
  server.addHook('onRequest', async (request, reply) => {
    const apiKey = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (apiKey === undefined) {
      reply.header('www-authenticate', 'Bearer')
      throw new Refused('api-key.missing')
    }
    const known = await recogniseApiKey(apiKey, installation.directory)
    if (known === undefined) {
      const count = await countUnknownKey(request)
      if (!count.isAllowed && count.isExceeded) {
        reply.header('retry-after', count.ttlInSeconds)
        throw new Refused('request.too-many')
      }
      throw new Refused('api-key.unknown')
    }
    const tenant = openTenant(installation, known.organisationId)
    if (!licenceIsActive(await tenant.stores.organisation.read())) throw new Refused('licence.inactive')
    contexts.set(request, { tenant, actor: { kind: 'api-key', id: known.id }, now: installation.clock() })
  })
}
