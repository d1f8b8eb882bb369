import type { FetchRefused } from '#main/net/fetch-refused.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'

const problems: Readonly<Record<FetchRefused['reason'], ProblemCode>> = {
  'not-a-url': 'fetch.not-a-url',
  scheme: 'fetch.scheme',
  unresolvable: 'fetch.unresolvable',
  'address-refused': 'fetch.address-refused',
  'connection-refused': 'fetch.connection-refused',
  timeout: 'fetch.timeout',
  'too-large': 'fetch.too-large',
  'redirect-loop': 'fetch.redirects',
  redirects: 'fetch.redirects',
  'cross-host-redirect': 'fetch.redirects',
  tls: 'fetch.tls',
  aborted: 'fetch.network',
  network: 'fetch.network',
  'unexpected-answer': 'fetch.status',
}

/** The words for an address that could not be fetched. */
export const fetchProblemOf = ({ reason }: FetchRefused): ProblemCode => problems[reason]
