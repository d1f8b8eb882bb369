import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { UserId } from '#shared/model/ids.ts'
import { projected, ScimListQuery } from '../../scim/list.ts'
import { notThere } from '../../scim/scim-refused.ts'
import { createUser, deleteUser, listUsers, patchUser, readScimUser, replaceUser } from '../../scim/users.ts'
import { contextOf } from '../authenticate.ts'
import { scimOnly } from './scim-route.ts'
import { sendResource } from './send-resource.ts'

const params = z.object({ id: z.string().max(100) })

export function serveScimUsers(server: FastifyInstance): void {
  const typed = server.withTypeProvider<ZodTypeProvider>()
  const one = { ...scimOnly, schema: { params } }

  typed.get('/Users', { ...scimOnly, schema: { querystring: ScimListQuery } }, async (request, reply) =>
    sendResource(reply, 200, await listUsers(contextOf(request), request.query)),
  )
  typed.post('/Users', scimOnly, async (request, reply) =>
    sendResource(reply, 201, await createUser(contextOf(request), request.body)),
  )
  typed.get('/Users/:id', { ...one, schema: { params, querystring: ScimListQuery } }, async (request, reply) => {
    const user = await readScimUser(contextOf(request), idOf(request.params.id))
    if (request.headers['if-none-match'] === user.meta.version) return reply.code(304).send()
    return sendResource(reply, 200, { ...projected(user, request.query), meta: user.meta })
  })
  typed.put('/Users/:id', one, async (request, reply) =>
    sendResource(reply, 200, await replaceUser(contextOf(request), idOf(request.params.id), request.body)),
  )
  typed.patch('/Users/:id', one, async (request, reply) =>
    sendResource(reply, 200, await patchUser(contextOf(request), idOf(request.params.id), request.body)),
  )
  typed.delete('/Users/:id', one, async (request, reply) => {
    await deleteUser(contextOf(request), idOf(request.params.id))
    return reply.code(204).send()
  })
}

/** An id of another shape is an id that does not exist. */
function idOf(text: string): UserId {
  const id = UserId.safeParse(text)
  if (!id.success) throw notThere()
  return id.data
}
