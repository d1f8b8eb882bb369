import type { ResponseContext } from '#main/checks/response-context.ts'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'
import type { InspectionContext } from '../inspection-context.ts'

/** Nobody knows here which request was sent, nor what the application demands of claims. */
export const loginContext = (context: InspectionContext): ResponseContext => ({
  ...context,
  solicitation: undefined,
  mapping: wellKnownClaimNames,
  requiredClaims: [],
  emailDomains: undefined,
  maximumAuthenticationAge: undefined,
})
