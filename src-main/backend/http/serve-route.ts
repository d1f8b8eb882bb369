import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import { Refusal } from '#shared/http-api/refusal.ts'
import type { Route } from '#shared/http-api/route.ts'
import type { AdminContext } from '../admin-context.ts'
import { etagOf } from '../versions/version-of.ts'
import { contextOf } from './authenticate.ts'

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

export interface RouteInput<R extends Route> {
  readonly params: Parsed<R['params']>
  readonly query: Parsed<R['query']>
  readonly body: Parsed<R['body']>
}

export type RouteHandler<R extends Route> = (
  context: AdminContext,
  input: RouteInput<R>,
) => Promise<z.input<R['success']['body']>>

/**
 * Mounts one route of the admin API. Request, answer and status are guarded by the declaration alone: what does not fit is
 * refused on the way in, and is a fault of ours on the way out; what the declaration does not name is not answered.
 */
export function serveRoute<R extends Route>(server: FastifyInstance, route: R, handle: RouteHandler<R>): void {
  const { method, path, params, query, body, success } = route
  const { contentType } = success
  server.route({
    method,
    url: path,
    config: { route },
    schema: {
      summary: route.summary,
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      response: {
        [success.status]: contentType ? { content: { [contentType]: { schema: success.body } } } : success.body,
        '4xx': Refusal,
        '5xx': Refusal,
      },
    },
    handler: async (request, reply) => {
      // All were parsed by the schemas they are typed by.
      const input = { params: request.params, query: request.query, body: request.body } as RouteInput<R>
      const answer = await handle(contextOf(request), input)
      reply.code(success.status)
      setVersion(reply, route, answer)
      if (contentType === undefined) return answer
      return reply.type(contentType).serializer(String).send(answer)
    },
  })
}

function setVersion(reply: FastifyReply, { versioned }: Route, answer: unknown): void {
  if (versioned === undefined) return
  const { version } = (answer as Record<string, { version?: string }>)[versioned] ?? {}
  if (version !== undefined) reply.header('etag', etagOf(version))
}
