import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { Refusal } from '#shared/http-api/refusal.ts'
import type { Route } from '#shared/http-api/route.ts'
import type { AdminContext } from '../admin-context.ts'
import { contextOf } from './authenticate.ts'

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

export interface RouteInput<R extends Route> {
  readonly params: Parsed<R['params']>
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
  const { method, path, params, body, success } = route
  server.route({
    method,
    url: path,
    schema: {
      summary: route.summary,
      ...(params && { params }),
      ...(body && { body }),
      response: { [success.status]: success.body, '4xx': Refusal, '5xx': Refusal },
    },
    handler: async (request, reply) => {
      reply.code(success.status)
      // Both were parsed by the schemas they are typed by.
      const input = { params: request.params, body: request.body } as RouteInput<R>
      return handle(contextOf(request), input)
    },
  })
}
