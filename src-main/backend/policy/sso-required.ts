import type { PolicyRecord } from '../storage/stores/policy.ts'

/** Everything the decision rests on, all of the organisation whose account is to be signed in to. */
export interface EnforcementFacts {
  readonly policy: Pick<PolicyRecord, 'ssoEnforced' | 'enforcementScope'>
  /** A licence that lapses suspends enforcement and locks nobody out (S15). */
  readonly licenceActive: boolean
  /** The identity provider is down, and an administrator has said for how long other ways are open (S28). */
  readonly outageOpen: boolean
  /** An active provider of the organisation serves the address's domain. */
  readonly domainMatches: boolean
}

/** Whether password, link and Google are refused (S27). Asked at every way in but single sign-on itself. */
export function ssoRequired({ policy, licenceActive, outageOpen, domainMatches }: EnforcementFacts): boolean {
  if (!policy.ssoEnforced || !licenceActive || outageOpen) return false
  return policy.enforcementScope === 'all-members' || domainMatches
}
