import type { OrganisationPolicy } from '#shared/model/organisation-policy.ts'

export interface RulesProps {
  /** With what is being saved just now. */
  readonly policy: OrganisationPolicy
  readonly onChange: (change: Partial<OrganisationPolicy>) => void
}
