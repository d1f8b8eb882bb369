import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Route } from '#shared/http-api/route.ts'
import type { ApiDocument } from './document-shape.ts'
import { routeDescription } from './route-description.ts'

const about = `How administrators and their programs manage single sign-on of one organisation. Everything is JSON.

Send \`Authorization: Bearer <API key>\`, or the session token of an owner or admin. The organisation is that of the key: no request names one, and what belongs to another organisation is not found.

Every refusal is \`{error, message}\`: \`error\` is a stable code, \`message\` says what happened and what to do. Lists come in pages: while there are more, \`nextCursor\` is the \`cursor\` of the next request. What can be changed has a \`version\`, which is also its ETag: send it back as \`If-Match\`, and a change that someone else made meanwhile is not overwritten but answered with 412.`

/** Makes the OpenAPI 3.1 document from the routes that are mounted from now on; `server.swagger()` answers it. */
export async function describeApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Claimcheck admin API', version: '1', description: about },
      components: {
        securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key or a session token.' } },
      },
      security: [{ key: [] }],
    },
    transform: (described) => {
      const plain = jsonSchemaTransform(described)
      const { route: declared } = (described.route.config ?? {}) as { route?: Route }
      return declared === undefined ? plain : { ...plain, schema: { ...plain.schema, ...routeDescription(declared) } }
    },
    transformObject: jsonSchemaTransformObject,
  })
}

export const apiDocument = (server: FastifyInstance): ApiDocument => server.swagger() as unknown as ApiDocument
