import { parseEmailAddress } from '#shared/model/email-address.ts'
import type { UserId } from '#shared/model/ids.ts'
import type { Outcome, Role } from '#shared/model/outcome.ts'

export interface Account {
  readonly id: UserId
  readonly role: Role
  readonly status: 'active' | 'deactivated' | 'removed'
}

/** Everything the decision rests on, all of the connection's own organisation. */
export interface SignInFacts {
  /** As the identity provider asserted it. */
  readonly email: string | null
  /** The connection's own domains, lower case. */
  readonly domains: readonly string[]
  /** Whose NameID this is at this connection. */
  readonly byIdentity: Account | undefined
  /** Who has this e-mail address in this organisation. */
  readonly byEmail: Account | undefined
  readonly jit: { readonly enabled: boolean; readonly defaultRole: Role }
}

/**
 * What a sign-in does to the person's account. Sign-in, its prediction in a test and the lockout simulator all ask here.
 * An account is linked by e-mail only inside the connection's own domains: whoever asserts an address of another domain
 * would otherwise take that person's account.
 */
export function decideOutcome({ email, domains, byIdentity, byEmail, jit }: SignInFacts): Outcome {
  const address = email === null ? undefined : parseEmailAddress(email)
  if (address === undefined) return { kind: 'refused', because: 'email-missing' }
  if (!domains.includes(address.domain)) return { kind: 'refused', because: 'email-outside-domains' }
  const account = byIdentity ?? byEmail
  if (account === undefined) {
    return jit.enabled ? { kind: 'created', role: jit.defaultRole } : { kind: 'refused', because: 'no-account' }
  }
  if (account.status !== 'active') return { kind: 'refused', because: account.status }
  return { kind: byIdentity === undefined ? 'linked' : 'known', role: account.role }
}
