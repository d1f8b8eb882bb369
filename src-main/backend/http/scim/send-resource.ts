import type { FastifyReply } from 'fastify'
import { SCIM_TYPE } from './scim-type.ts'

/** With its version as ETag and, where it was made just now, its address. */
export function sendResource(reply: FastifyReply, status: 200 | 201, resource: object): FastifyReply {
  const { meta } = resource as { meta?: { version?: string; location?: string } }
  if (meta?.version !== undefined) reply.header('etag', meta.version)
  if (status === 201 && meta?.location !== undefined) reply.header('location', meta.location)
  return reply.code(status).type(SCIM_TYPE).serializer(JSON.stringify).send(resource)
}
