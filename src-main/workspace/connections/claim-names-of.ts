import type { Intake } from '#shared/model/connection.ts'
import { type ClaimMapping, defaultClaimMapping } from '#shared/model/profile.ts'
import { tokenClaimNames } from '#shared/model/token-claim-names.ts'

/** What a connection maps unless it says otherwise. */
export const claimNamesOf = (protocol: Intake['protocol']): ClaimMapping =>
  protocol === 'oidc' ? tokenClaimNames : defaultClaimMapping
