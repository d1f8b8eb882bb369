/** Why an address was not fetched. A status such as 404 is an answer, and the caller's to judge. */
export type FetchRefusal =
  | 'not-a-url'
  | 'scheme'
  | 'unresolvable'
  | 'address-refused'
  | 'connection-refused'
  | 'timeout'
  | 'too-large'
  | 'redirect-loop'
  | 'redirects'
  | 'cross-host-redirect'
  | 'tls'
  | 'aborted'
  | 'network'
  | 'unexpected-answer'

/** `detail` is a bare value for the message: a host, an address, a limit, the TLS library's code. */
export class FetchRefused extends Error {
  override readonly name = 'FetchRefused'
  readonly reason: FetchRefusal
  readonly detail: string

  constructor(reason: FetchRefusal, detail: string, options?: ErrorOptions) {
    super(`${reason}: ${detail}`, options)
    this.reason = reason
    this.detail = detail
  }
}
