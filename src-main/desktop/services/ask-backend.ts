import { callRoute, type RouteCall } from '#main/net/call-route.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'
import { RouteRefused } from '#main/net/route-refused.ts'
import type { AnswerOf, Route } from '#shared/http-api/route.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { TenantService } from './tenant-service.ts'

/** Calls the admin API of the running tenant backend. @throws {InputRefused} in words for the screen */
export async function askBackend<R extends Route>(
  tenant: Pick<TenantService, 'access'>,
  route: R,
  call: Omit<RouteCall<R>, 'baseUrl' | 'apiKey'>,
): Promise<AnswerOf<R>> {
  const access = tenant.access()
  try {
    return await callRoute(route, { ...access, ...call } as RouteCall<R>)
  } catch (cause) {
    if (cause instanceof RouteRefused) {
      const isUntested = cause.refusal.error === 'not_tested'
      if (isUntested) throw new InputRefused('publication.not-tested', null, { cause })
      throw new InputRefused('publication.refused', null, { cause, detail: cause.refusal.message })
    }
    if (cause instanceof FetchRefused && cause.reason !== 'unexpected-answer') {
      throw new InputRefused('tenant.not-running', null, { cause })
    }
    throw cause
  }
}
