import { z } from 'zod'
import { OrganisationId } from './ids.ts'
import { Instant } from './instant.ts'

export const Plan = z.enum(['free', 'business', 'enterprise'])
export type Plan = z.infer<typeof Plan>

export const LicenceBody = z.strictObject({
  organisation: OrganisationId,
  plan: Plan,
  issuedAt: Instant,
  expiresAt: Instant,
})

/** The file an operator hands to an organisation. */
export const Licence = LicenceBody.extend({
  /** Ed25519 over the canonical JSON of the rest, Base64url (RFC 8032, RFC 8785). */
  signature: z.string(),
})
export type Licence = z.infer<typeof Licence>

export const LicenceState = z.object({
  /** `practice`: of a backend without an operator, such as the embedded one. */
  kind: z.enum(['practice', 'signed', 'none']),
  plan: Plan,
  expiresAt: Instant.nullable(),
  /** Single sign-on can be managed, and is enforced where it is set so. */
  active: z.boolean(),
  because: z.enum(['plan', 'missing', 'expired', 'not-valid']).nullable(),
  /** The server's clock stands before a moment it has seen already: licences are judged by that moment. */
  clockWentBack: z.boolean(),
})
export type LicenceState = z.infer<typeof LicenceState>
