/**
 * `unreached`: it did not answer. `invalid`: what it says of itself is refused. `request-refused`: it did not take the
 * authorization request that was pushed to it.
 */
export type UnusableReason = 'unreached' | 'invalid' | 'request-refused'

/** No login can begin or end at this provider now. `detail` is for its administrator, never for the browser. */
export class ProviderUnusable extends Error {
  override readonly name = 'ProviderUnusable'
  readonly reason: UnusableReason
  readonly detail: string
  /** Findings of severity error. */
  readonly codes: readonly string[]

  constructor(
    reason: UnusableReason,
    { detail, codes = [] }: { readonly detail: string; readonly codes?: readonly string[] },
    options?: ErrorOptions,
  ) {
    super(`${reason}: ${detail}`, options)
    this.reason = reason
    this.detail = detail
    this.codes = codes
  }
}
