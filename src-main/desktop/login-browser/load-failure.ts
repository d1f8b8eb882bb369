import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'

/** A page's load as Chromium reports it: `net/base/net_error_list.h`. */
export interface LoadFailure {
  readonly code: number
  readonly name: string
}

const ABORTED = -3
const BLOCKED_BY_CLIENT = -20
const NAME_NOT_RESOLVED = -105
const NAME_RESOLUTION_FAILED = -137
const unknownSchemes = [-301, -302]

/** Null where the load was ended by ourselves or by the next one: nothing failed. */
export function problemOfFailure({ code, name }: LoadFailure): ProblemCode | null {
  if (code === ABORTED || code === BLOCKED_BY_CLIENT) return null
  if (isTls({ code, name })) return 'test-login.tls'
  if (code === NAME_NOT_RESOLVED || code === NAME_RESOLUTION_FAILED) return 'test-login.unresolvable'
  return unknownSchemes.includes(code) ? 'test-login.address-refused' : 'test-login.unreachable'
}

/** -200 to -299 are about certificates; handshakes that fail are among the connection's errors, by name. */
export const isTls = ({ code, name }: LoadFailure): boolean =>
  (code <= -200 && code > -300) || /SSL|CERT|INSECURE_RESPONSE/.test(name)
