import rateLimit from '@fastify/rate-limit'
import type { FastifyError, FastifyInstance } from 'fastify'
import { refusals } from '#shared/http-api/refusal.ts'
import { SCIM_PATH } from '../../scim/scim-paths.ts'
import { type ScimProblem, scimProblem } from '../../scim/scim-problem.ts'
import { notThere } from '../../scim/scim-refused.ts'
import { byApiKey } from '../admin/by-api-key.ts'
import { asRefused, logFailure } from '../answer-refusal.ts'
import { authenticate } from '../authenticate.ts'
import { limitOptions } from '../rate-limits.ts'
import type { Site } from '../site.ts'
import { SCIM_TYPE } from './scim-type.ts'
import { serveDiscovery } from './serve-discovery.ts'
import { serveScimGroups } from './serve-groups.ts'
import { serveScimUsers } from './serve-users.ts'

/** The directory's door (SCIM 2.0, RFC 7644): its own credentials, an API key with the scope `scim`, and its own errors. */
export async function scimDoor(server: FastifyInstance, site: Site): Promise<void> {
  server.setErrorHandler(async (error: FastifyError, request, reply) => {
    const { status, scimType, detail } = told(error)
    if (status >= 500) logFailure(site, error, request)
    return reply
      .code(status)
      .type(SCIM_TYPE)
      .serializer(JSON.stringify)
      .send({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: String(status),
        ...(scimType !== undefined && { scimType }),
        detail: status === 500 ? `The server failed. Look for ${request.id} in its log.` : detail,
      })
  })
  server.addContentTypeParser(
    'application/scim+json',
    { parseAs: 'string' },
    server.getDefaultJsonParser('error', 'error'),
  )
  await server.register(rateLimit, { ...limitOptions, max: site.limits.api, keyGenerator: byApiKey })
  authenticate(server, site)
  await server.register(
    async (routes) => {
      routes.setNotFoundHandler(async () => {
        throw notThere()
      })
      serveDiscovery(routes, site)
      serveScimUsers(routes)
      serveScimGroups(routes)
    },
    { prefix: SCIM_PATH },
  )
}

function told(error: FastifyError): Pick<ScimProblem, 'status' | 'detail'> & Partial<ScimProblem> {
  const problem = scimProblem(error)
  if (problem !== undefined) return problem
  const refused = asRefused(error)
  return { status: refusals[refused?.error ?? 'internal'], detail: refused?.message ?? '' }
}
