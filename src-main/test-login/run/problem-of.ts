import { FetchRefused } from '#main/net/fetch-refused.ts'
import { RouteRefused } from '#main/net/route-refused.ts'
import type { Problem } from '#shared/model/problem.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { LoginInterrupted } from './login-transport.ts'

/** In words for the screen: why a run did not come to a judgement. */
export function problemOf(error: unknown): Problem {
  if (error instanceof LoginInterrupted || error instanceof InputRefused) return error.problem
  if (error instanceof RouteRefused) return problem('publication.refused', null, error.refusal.message)
  if (error instanceof FetchRefused) return problem('tenant.not-running')
  return problem('desktop.unexpected')
}
