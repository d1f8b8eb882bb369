import type { z } from 'zod'
import type { ApiKeyScope } from '../model/api-key-scope.ts'

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
  readonly query?: z.ZodType
  /** Its `meta` has an example. */
  readonly body?: z.ZodType
  /** Opens this route too; `org:update` opens every one. */
  readonly scope?: Exclude<ApiKeyScope, 'org:update'>
  /** Answered without an active enterprise licence: it is no part of single sign-on. */
  readonly withoutLicence?: true
  /** The member of the answer whose `version` is its ETag. */
  readonly versioned?: string
  /** If-Match of an older version is refused, and nothing is changed (RFC 9110 §13.1.1). */
  readonly heedsVersion?: true
  /** Status → body. Refusals are the same for every route and stand in `refusal.ts`. */
  readonly success: {
    readonly status: 200 | 201
    readonly body: z.ZodType
    /** JSON unless it is a file: then `body` is its text. */
    readonly contentType?: 'application/x-ndjson'
  }
}

export const ADMIN_API = '/api/v1/admin/sso'

/** Keeps the literal types of one route. */
export const route = <const R extends Route>(declared: R): R => declared

export type ParamsOf<R extends Route> = R extends { params: infer P extends z.ZodType } ? z.input<P> : undefined
export type QueryOf<R extends Route> = R extends { query: infer Q extends z.ZodType } ? z.input<Q> : undefined
export type BodyOf<R extends Route> = R extends { body: infer B extends z.ZodType } ? z.input<B> : undefined
export type AnswerOf<R extends Route> = z.output<R['success']['body']>
