import { callRoute, type RouteCall } from '#main/net/call-route.ts'
import type { AnswerOf, Route } from '#shared/http-api/route.ts'
import { backendProblem } from './backend-problem.ts'
import type { TenantService } from './tenant-service.ts'

/** Calls the admin API of the tenant backend in use. @throws {InputRefused} in words for the screen */
export async function askBackend<R extends Route>(
  tenant: Pick<TenantService, 'access'>,
  route: R,
  call: Omit<RouteCall<R>, 'baseUrl' | 'apiKey'>,
): Promise<AnswerOf<R>> {
  const access = tenant.access()
  try {
    const whole: object = { ...access, ...call }
    return await callRoute(route, whole as RouteCall<R>)
  } catch (cause) {
    throw backendProblem(cause, route, access.isRemote)
  }
}
