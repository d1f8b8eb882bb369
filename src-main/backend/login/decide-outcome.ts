import { parseEmailAddress } from '#shared/model/email-address.ts'
import type { UserId } from '#shared/model/ids.ts'
import type { Outcome, Role } from '#shared/model/outcome.ts'
import type { Provisioning } from '#shared/model/provisioning.ts'
import { roleByGroups } from './role-by-groups.ts'

export interface Account {
  readonly id: UserId
  readonly role: Role
  readonly status: 'active' | 'deactivated' | 'removed'
}

/** Of this address: one that waits, or one that has expired or was withdrawn. */
export interface Invitation {
  readonly role: Role
  readonly state: 'open' | 'lapsed'
}

/** Everything the decision rests on, all of the connection's own organisation. */
export interface SignInFacts {
  /** As the identity provider asserted it. */
  readonly email: string | null
  /** As it asserted them; null where the claim did not arrive. */
  readonly groups: readonly string[] | null
  /** The connection's own domains, lower case; null where the mailbox itself vouches: a link, an invitation, a password. */
  readonly domains: readonly string[] | null
  /** Whose NameID this is at this connection. */
  readonly byIdentity: Account | undefined
  /** Who has this e-mail address in this organisation. */
  readonly byEmail: Account | undefined
  readonly invitation: Invitation | undefined
  readonly provisioning: Provisioning
  /** The customer has more than this one organisation here. */
  readonly hasSeveralAccounts: boolean
}

/**
 * What a sign-in does to the person's account. Sign-in, its prediction in a test and the lockout simulator all ask here.
 * An account is linked by e-mail only inside the connection's own domains: whoever asserts an address of another domain
 * would otherwise take that person's account.
 */
export function decideOutcome(facts: SignInFacts): Outcome {
  const { email, domains, byIdentity, byEmail, invitation } = facts
  const address = email === null ? undefined : parseEmailAddress(email)
  if (address === undefined) return refused('email-missing')
  if (domains !== null && !domains.includes(address.domain)) return refused('email-outside-domains')
  const account = byIdentity ?? byEmail
  if (account?.status === 'deactivated') return refused('deactivated')
  // Who was removed stays removed until someone invites them again: a sign-in alone brings nobody back (S29).
  if (account === undefined || account.status === 'removed') {
    if (invitation?.state === 'open') return { kind: 'invited', role: roleOfNewcomer(facts, invitation.role) }
    return account === undefined ? withoutAccount(facts) : refused('removed')
  }
  const kind = byIdentity === undefined && domains !== null ? 'linked' : 'known'
  const role = roleByGroups(facts.provisioning, facts.groups, account.role)
  return role === account.role ? { kind, role } : { kind, role, roleBefore: account.role }
}

/** Nobody has this address, and no invitation waits. */
function withoutAccount(facts: SignInFacts): Outcome {
  const { provisioning, hasSeveralAccounts, invitation, domains } = facts
  // A mailbox of its own opens nothing: only an identity provider's word makes an account unasked.
  if (domains === null) return refused(invitation === undefined ? 'no-account' : 'invite-needed')
  const { jitEnabled, jitSingleAccountOnly, newAccount, defaultRole } = provisioning
  const role = roleOfNewcomer(facts, defaultRole)
  if (jitEnabled && !(jitSingleAccountOnly && hasSeveralAccounts)) return { kind: 'created', role }
  if (newAccount === 'ask') return { kind: 'offered', role }
  if (invitation !== undefined) return refused('invite-needed')
  return refused(jitEnabled ? 'single-account' : 'no-account')
}

const roleOfNewcomer = ({ provisioning, groups }: SignInFacts, role: Role): Role =>
  roleByGroups(provisioning, groups, role, { isFirst: true })

const refused = (because: Extract<Outcome, { kind: 'refused' }>['because']): Outcome => ({ kind: 'refused', because })
