import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ScimGroupId } from '#shared/model/ids.ts'
import { createGroup, deleteGroup, listGroups, patchGroup, readGroup, replaceGroup } from '../../scim/groups.ts'
import { projected, ScimListQuery } from '../../scim/list.ts'
import { notThere } from '../../scim/scim-refused.ts'
import { contextOf } from '../authenticate.ts'
import { scimOnly } from './scim-route.ts'
import { sendResource } from './send-resource.ts'

const params = z.object({ id: z.string().max(100) })

export function serveScimGroups(server: FastifyInstance): void {
  const typed = server.withTypeProvider<ZodTypeProvider>()
  const one = { ...scimOnly, schema: { params } }

  typed.get('/Groups', { ...scimOnly, schema: { querystring: ScimListQuery } }, async (request, reply) =>
    sendResource(reply, 200, await listGroups(contextOf(request), request.query)),
  )
  typed.post('/Groups', scimOnly, async (request, reply) =>
    sendResource(reply, 201, await createGroup(contextOf(request), request.body)),
  )
  typed.get('/Groups/:id', { ...one, schema: { params, querystring: ScimListQuery } }, async (request, reply) => {
    const group = await readGroup(contextOf(request), idOf(request.params.id))
    if (request.headers['if-none-match'] === group.meta.version) return reply.code(304).send()
    return sendResource(reply, 200, { ...projected(group, request.query), meta: group.meta })
  })
  typed.put('/Groups/:id', one, async (request, reply) =>
    sendResource(reply, 200, await replaceGroup(contextOf(request), idOf(request.params.id), request.body)),
  )
  typed.patch('/Groups/:id', one, async (request, reply) =>
    sendResource(reply, 200, await patchGroup(contextOf(request), idOf(request.params.id), request.body)),
  )
  typed.delete('/Groups/:id', one, async (request, reply) => {
    await deleteGroup(contextOf(request), idOf(request.params.id))
    return reply.code(204).send()
  })
}

/** An id of another shape is an id that does not exist. */
function idOf(text: string): ScimGroupId {
  const id = ScimGroupId.safeParse(text)
  if (!id.success) throw notThere()
  return id.data
}
