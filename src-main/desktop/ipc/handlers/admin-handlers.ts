import type { RouteCall } from '#main/net/call-route.ts'
import type { Route } from '#shared/http-api/route.ts'
import type { AdminCalls } from '#shared/ipc/admin-calls.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import { askBackend } from '../../services/ask-backend.ts'
import type { HandlerContext } from './handler-context.ts'

/** Main makes each call with the key that it keeps. */
export const adminHandlers = <Routes extends Readonly<Record<string, Route>>>(
  { tenant }: Pick<HandlerContext, 'tenant'>,
  routes: Routes,
): FeatureHandlers<AdminCalls<Routes>> =>
  // Built member by member from the routes that the type is derived from.
  Object.fromEntries(
    Object.entries(routes).map(([name, route]) => [
      name,
      (input: object) => askBackend(tenant, route, input as Omit<RouteCall<Route>, 'baseUrl' | 'apiKey'>),
    ]),
  ) as FeatureHandlers<AdminCalls<Routes>>
