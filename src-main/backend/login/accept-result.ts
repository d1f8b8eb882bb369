import type { AttemptId } from '#shared/model/ids.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import type { UnusableReason } from '../openid/provider-unusable.ts'

/** Why a login was refused: for the tenant's log. The page says the same to everyone whose identity is not proven. */
export type RefusalReason =
  /** RelayState names no login that waits: too old, used, another connection's, or nobody asked. */
  | 'flow-unknown'
  | 'message-unreadable'
  | 'response-refused'
  | 'response-undecided'
  | 'flow-used'
  | 'assertion-used'
  /** The state waits, but another browser was given it. */
  | 'flow-of-other-browser'
  /** The provider sent an error instead of a code: the person cancelled, or has no access there. */
  | 'provider-declined'
  | `provider-${UnusableReason}`
  /** Another issuer than the connection's wanted to begin. */
  | 'initiator-unknown'
  | Extract<Outcome, { kind: 'refused' }>['because']

export type AcceptResult =
  /** `handle` goes to the browser, once. */
  | { readonly kind: 'accepted'; readonly handle: string }
  /** The new-account screen asks first. */
  | { readonly kind: 'offered'; readonly handle: string }
  | { readonly kind: 'refused'; readonly attemptId: AttemptId; readonly reason: RefusalReason }
