import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'
import type { FetchRefusal } from './fetch-refused.ts'

const problems: Readonly<Record<FetchRefusal, ProblemCode>> = {
  'not-a-url': 'fetch.not-a-url',
  scheme: 'fetch.scheme',
  unresolvable: 'fetch.unresolvable',
  'address-refused': 'fetch.address-refused',
  'connection-refused': 'fetch.connection-refused',
  timeout: 'fetch.timeout',
  'too-large': 'fetch.too-large',
  'redirect-loop': 'fetch.redirects',
  redirects: 'fetch.redirects',
  // Not one of many redirects that lead nowhere: whoever knows the other server can enter its address.
  'cross-host-redirect': 'fetch.other-host',
  tls: 'fetch.tls',
  aborted: 'fetch.network',
  network: 'fetch.network',
  // It came whole, and is an answer nobody can read: the connection is not to blame.
  'unexpected-answer': 'fetch.status',
}

/** Why an address could not be fetched, as it is said in the window and on the command line. */
export const fetchProblemOf = (reason: FetchRefusal): ProblemCode => problems[reason]
