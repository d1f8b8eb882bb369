import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Route } from '#shared/http-api/route.ts'
import type { AdminContext } from '../admin-context.ts'
import { licenceIsActive } from '../organisations/licence.ts'
import { Refused } from '../refusals/refused.ts'
import { type Bearer, recogniseBearer } from './recognise-bearer.ts'
import type { Site } from './site.ts'

const contexts = new WeakMap<FastifyRequest, AdminContext>()

/** Of a request that has been authenticated. */
export function contextOf(request: FastifyRequest): AdminContext {
  const context = contexts.get(request)
  if (context === undefined) throw new TypeError('this route is not behind authentication')
  return { ...context, ifMatch: request.headers['if-match'] }
}

/** The organisation comes from the API key or the session, and from nowhere else. */
export function authenticate(server: FastifyInstance, { installation, limits }: Site): void {
  const countUnknownKey = server.createRateLimit({
    max: limits.unknownKeys,
    timeWindow: 60_000,
    keyGenerator: ({ ip }) => ip,
  })
  server.addHook('onRequest', async (request, reply) => {
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined) {
      reply.header('www-authenticate', 'Bearer')
      throw new Refused('api-key.missing')
    }
    const bearer = await recogniseBearer(installation, token, installation.clock())
    if (bearer === undefined) return refuseUnknown(request, reply)
    await requireAllowed(bearer, routeOf(request))
    contexts.set(request, bearer.context)
  })

  async function refuseUnknown(request: FastifyRequest, reply: FastifyReply): Promise<never> {
    const count = await countUnknownKey(request)
    if (!count.isAllowed && count.isExceeded) {
      reply.header('retry-after', count.ttlInSeconds)
      throw new Refused('request.too-many')
    }
    throw new Refused('api-key.unknown')
  }
}

/** What `serveRoute` mounted. */
export const routeOf = (request: FastifyRequest) => (request.routeOptions.config as { route?: Route }).route

async function requireAllowed({ refusal, scopes, context }: Bearer, route: Route | undefined): Promise<void> {
  if (refusal !== undefined) throw new Refused(refusal)
  const opens = scopes.includes('org:update') || (route?.scope !== undefined && scopes.includes(route.scope))
  if (!opens) throw new Refused('api-key.scope', { detail: `org:update${route?.scope ? `, ${route.scope}` : ''}` })
  if (route?.withoutLicence !== true && !(await licenceIsActive(context.tenant))) throw new Refused('licence.inactive')
}
