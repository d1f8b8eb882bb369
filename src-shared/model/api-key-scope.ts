import { z } from 'zod'

/**
 * What an API key may do. `org:update` is what owners and admins have and includes the others; single sign-on itself is
 * managed with nothing less (S15).
 */
export const ApiKeyScope = z.enum([
  'org:update',
  /** Members, invitations and sessions. */
  'members:update',
  /** Test logins and predictions, for a pipeline. */
  'sso:test',
  /** Audit log and log of sign-ins. */
  'audit:read',
  /** People and groups, for a directory (SCIM). */
  'scim',
])
export type ApiKeyScope = z.infer<typeof ApiKeyScope>
