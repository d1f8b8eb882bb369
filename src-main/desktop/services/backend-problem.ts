import { FetchRefused } from '#main/net/fetch-refused.ts'
import { RouteRefused } from '#main/net/route-refused.ts'
import { listOutbox } from '#shared/http-api/outbox.ts'
import type { RefusalCode } from '#shared/http-api/refusal.ts'
import type { Route } from '#shared/http-api/route.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'

/** Refusals that mean the same wherever they come from. Any other is shown in the backend's own words. */
const byRefusal: Partial<Record<RefusalCode, ProblemCode>> = {
  unauthorized: 'tenant.key-refused',
  precondition_failed: 'tenant.changed-meanwhile',
  not_tested: 'publication.not-tested',
}

/** Refusals that a reason goes over. */
const unproven: ReadonlySet<RefusalCode> = new Set(['domain_unverified', 'pilot_required'])

const byReason: Partial<Record<FetchRefused['reason'], ProblemCode>> = {
  tls: 'tenant.not-trusted',
  'not-a-url': 'tenant.not-a-url',
  scheme: 'tenant.not-a-url',
  redirects: 'tenant.moved',
  'redirect-loop': 'tenant.moved',
}

/**
 * What went wrong between us and a tenant backend, in words for the screen.
 * @param isRemote the bundled one is not across a network: it is there, or it is not running
 * @returns the error itself where it is a fault of ours
 */
export function backendProblem(cause: unknown, route: Route, isRemote: boolean): unknown {
  if (cause instanceof RouteRefused) {
    const { error, message } = cause.refusal
    const known = knownProblem(cause, route)
    if (known !== undefined) return new InputRefused(known, null, { cause })
    return new InputRefused(unproven.has(error) ? 'tenant.not-proven' : 'tenant.refused', null, {
      cause,
      detail: message,
    })
  }
  if (!(cause instanceof FetchRefused)) return cause
  if (!isRemote)
    return cause.reason === 'unexpected-answer' ? cause : new InputRefused('tenant.not-running', null, { cause })
  if (cause.reason === 'unexpected-answer') return new InputRefused('tenant.not-a-backend', null, { cause })
  return new InputRefused(byReason[cause.reason] ?? 'tenant.unreachable', null, { cause, detail: reachWords(cause) })
}

function knownProblem(refused: RouteRefused, route: Route): ProblemCode | undefined {
  if (isUnknownRoute(refused, route)) return 'tenant.older'
  if (route.path === listOutbox.path && refused.refusal.error === 'conflict') return 'tenant.sends-mail'
  return byRefusal[refused.refusal.error]
}

/** A route that names nothing by id always has something: where it is not found, the server does not know the route. */
const isUnknownRoute = ({ refusal }: RouteRefused, { params }: Route) =>
  refusal.error === 'not_found' && params === undefined

const words: Partial<Record<FetchRefused['reason'], string>> = {
  unresolvable: 'The host name does not exist:',
  'connection-refused': 'Nothing answers at',
  timeout: 'No answer came in time from',
  tls: '',
}

const reachWords = ({ reason, detail }: FetchRefused): string =>
  words[reason] === undefined ? '' : `${words[reason]} ${detail}.`.trim()
