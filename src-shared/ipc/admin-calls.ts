import { z } from 'zod'
import type { BodyOf, ParamsOf, QueryOf, Route } from '../http-api/route.ts'
import { type Call, call } from './declare.ts'

/** What one route of the admin API is asked with; address and key are main's. */
export type AdminInput<R extends Route> = (ParamsOf<R> extends undefined ? object : { params: ParamsOf<R> }) &
  (QueryOf<R> extends undefined ? object : { query?: QueryOf<R> | undefined }) &
  (BodyOf<R> extends undefined ? object : { body: BodyOf<R> }) & {
    /** The version that was read, for a change that shall undo nobody else's. */
    version?: string | undefined
  }

export type AdminCalls<Routes extends Readonly<Record<string, Route>>> = {
  readonly [Name in keyof Routes]: Call<
    z.ZodType<AdminInput<Routes[Name]>, AdminInput<Routes[Name]>>,
    Routes[Name]['success']['body']
  >
}

/** Calls of the tenant backend's admin API, made by main for the window: the route's own schemas hold on this way too. */
export function adminCalls<const Routes extends Readonly<Record<string, Route>>>(routes: Routes): AdminCalls<Routes> {
  const calls: object = Object.fromEntries(
    Object.entries(routes).map(([name, route]) => [name, call(inputOf(route), route.success.body)]),
  )
  // Built member by member from the routes that the type is derived from.
  return calls as AdminCalls<Routes>
}

const inputOf = ({ params, query, body }: Route) =>
  z.strictObject({
    ...(params && { params }),
    ...(query && { query: query.optional() }),
    ...(body && { body }),
    version: z.string().optional(),
  })
