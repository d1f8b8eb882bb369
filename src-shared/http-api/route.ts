import type { z } from 'zod'

/**
 * One route of the backend's admin API, declared once: the server guards request, response and status with it,
 * clients are typed by it, the OpenAPI document is made from it.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify's notation: `/providers/:id`. */
  readonly path: string
  readonly summary: string
  readonly params?: z.ZodType
  readonly body?: z.ZodType
  /** Status → body. Refusals are the same for every route and stand in `refusal.ts`. */
  readonly success: { readonly status: 200 | 201; readonly body: z.ZodType }
}

export const ADMIN_API = '/api/v1/admin/sso'

/** Keeps the literal types of one route. */
export const route = <const R extends Route>(declared: R): R => declared

export type ParamsOf<R extends Route> = R extends { params: infer P extends z.ZodType } ? z.input<P> : undefined
export type BodyOf<R extends Route> = R extends { body: infer B extends z.ZodType } ? z.input<B> : undefined
export type AnswerOf<R extends Route> = z.output<R['success']['body']>
