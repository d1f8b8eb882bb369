import { z } from 'zod'
import { Provisioning } from './provisioning.ts'

/** What an organisation decides about its sign-in. Where the products differ, the variants are settings. */
export const OrganisationPolicy = Provisioning.extend({
  /** Whom enforcement concerns: people of the providers' e-mail domains, or every member. */
  enforcementScope: z.enum(['matching-domains', 'all-members']),
  /** While nothing is enforced, the sign-in page offers a password beside single sign-on. */
  passwordBesideSso: z.boolean(),
  /** Where a refused password is sent: our start address of the connection, or the identity provider's own sign-in URL. */
  ssoRedirectUrl: z.enum(['start-url', 'idp-url']),
  /** Nothing goes live without the receipt of an accepted test of exactly that configuration. */
  requireTestReceipt: z.boolean(),
  /** Nothing goes live before the organisation has proven by DNS that its domains are its own. */
  requireDomainVerification: z.boolean(),
  /** Nothing is enforced before someone other than the administrator has signed in through the published connection. */
  requirePilot: z.boolean(),
})
export type OrganisationPolicy = z.infer<typeof OrganisationPolicy>

/** What holds on a bare backend: the fifth document's requests work as they are written there. */
export const defaultOrganisationPolicy: OrganisationPolicy = {
  jitEnabled: true,
  jitSingleAccountOnly: false,
  defaultRole: 'member',
  newAccount: 'refuse',
  groupSync: 'never',
  groupRoles: [],
  enforcementScope: 'matching-domains',
  passwordBesideSso: true,
  ssoRedirectUrl: 'start-url',
  requireTestReceipt: false,
  requireDomainVerification: false,
  requirePilot: false,
}
