import { z } from 'zod'
import { ConnectionId, OrganisationId, UserId } from '../model/ids.ts'
import { Outcome, Role } from '../model/outcome.ts'
import { Override } from './override.ts'
import { ADMIN_API, route } from './route.ts'

const path = `${ADMIN_API}/enforcement`
export const Enforcement = z.object({ enforced: z.boolean(), orgId: OrganisationId })

export const getEnforcement = route({
  method: 'GET',
  path,
  summary: 'Is single sign-on enforced?',
  success: { status: 200, body: Enforcement },
})
export const setEnforcement = route({
  method: 'PUT',
  path,
  summary: 'Enforce single sign-on, or stop enforcing it',
  body: z
    .strictObject({ enforced: z.boolean(), override: Override.optional() })
    .meta({ examples: [{ enforced: true }, { enforced: false }] }),
  success: { status: 200, body: Enforcement },
})

/** How one member would sign in if enforcement went on now. */
export const SimulatedSignIn = z.object({
  userId: UserId,
  email: z.string(),
  role: Role,
  /** `locked-out`: by no way at all. */
  way: z.enum(['single-sign-on', 'other', 'locked-out']),
  /** Serves their e-mail domain; null where none does. */
  connectionId: ConnectionId.nullable(),
  /** What that sign-in would do; null where none would be tried. */
  outcome: Outcome.nullable(),
  /** They have signed in through this connection before. */
  proven: z.boolean(),
})
export type SimulatedSignIn = z.infer<typeof SimulatedSignIn>

export const simulateEnforcement = route({
  method: 'GET',
  path: `${path}/simulation`,
  summary: 'Who could still sign in if single sign-on were enforced now? Nothing is changed',
  success: {
    status: 200,
    body: z.object({
      members: z.int(),
      canSignIn: z.int(),
      lockedOut: z.int(),
      /** Owners who could sign in. With none of them only an API key could undo it. */
      ownersLeft: z.int(),
      /** Those who are locked out first; at most 500. */
      signIns: z.array(SimulatedSignIn),
    }),
  },
})
