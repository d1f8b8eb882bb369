import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import SCIMMY from 'scimmy'
import { z } from 'zod'
import { MOST_ON_A_PAGE } from '../../scim/list.ts'
import { GROUP_SCHEMA, SCIM_PATH, USER_SCHEMA } from '../../scim/scim-paths.ts'
import { notThere } from '../../scim/scim-refused.ts'
import type { Site } from '../site.ts'
import { scimOnly } from './scim-route.ts'
import { sendResource } from './send-resource.ts'

/** What a directory may ask before it begins (RFC 7644 §4). */
export function serveDiscovery(server: FastifyInstance, { installation }: Site): void {
  const typed = server.withTypeProvider<ZodTypeProvider>()
  const one = { ...scimOnly, schema: { params: z.object({ id: z.string().max(200) }) } }
  const at = (path: string) => `${installation.publicUrl}${SCIM_PATH}${path}`
  const resourceTypes = () => [
    resourceType('User', '/Users', USER_SCHEMA, at('/ResourceTypes/User')),
    resourceType('Group', '/Groups', GROUP_SCHEMA, at('/ResourceTypes/Group')),
  ]
  const schemas = () =>
    [SCIMMY.Schemas.User, SCIMMY.Schemas.Group].map(({ definition }) => definition.describe(at('/Schemas')))

  server.get('/ServiceProviderConfig', scimOnly, async (_request, reply) =>
    sendResource(reply, 200, {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
      filter: { supported: true, maxResults: MOST_ON_A_PAGE },
      changePassword: { supported: false },
      sort: { supported: false },
      etag: { supported: true },
      authenticationSchemes: [
        { type: 'oauthbearertoken', name: 'API key', description: 'An API key with the scope scim, as Bearer token' },
      ],
      meta: { resourceType: 'ServiceProviderConfig', location: at('/ServiceProviderConfig') },
    }),
  )
  server.get('/ResourceTypes', scimOnly, async (_request, reply) => sendResource(reply, 200, listOf(resourceTypes())))
  typed.get('/ResourceTypes/:id', one, async ({ params }, reply) =>
    sendResource(reply, 200, found(resourceTypes(), params.id)),
  )
  server.get('/Schemas', scimOnly, async (_request, reply) => sendResource(reply, 200, listOf(schemas())))
  typed.get('/Schemas/:id', one, async ({ params }, reply) => sendResource(reply, 200, found(schemas(), params.id)))
}

const resourceType = (id: string, endpoint: string, schema: string, location: string) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  ...{ id, name: id, endpoint, schema },
  meta: { resourceType: 'ResourceType', location },
})

function found<One extends { id: string }>(all: readonly One[], id: string): One {
  const one = all.find((candidate) => candidate.id === id)
  if (one === undefined) throw notThere()
  return one
}

const listOf = (all: readonly object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: all.length,
  startIndex: 1,
  itemsPerPage: all.length,
  Resources: all,
})
