import { z } from 'zod'
import { Role } from './outcome.ts'

/** When the groups that arrive decide the role (S25). */
export const GroupSync = z.enum(['never', 'first-sign-in', 'every-sign-in'])
export type GroupSync = z.infer<typeof GroupSync>

/** Whoever is in the group gets the role. Nobody becomes an owner by it: whoever runs the identity provider would own us. */
export const GroupRole = z.strictObject({ group: z.string().trim().min(1).max(256), role: Role.exclude(['owner']) })
export type GroupRole = z.infer<typeof GroupRole>

/** What a first sign-in may make (S24), as the organisation sets it. */
export const Provisioning = z.object({
  /** A first sign-in makes an account. */
  jitEnabled: z.boolean(),
  /** Only while the customer has a single organisation here; people of others are invited. */
  jitSingleAccountOnly: z.boolean(),
  defaultRole: Role.exclude(['owner']),
  /** Where none is made: a named refusal, or a screen that offers to make one. */
  newAccount: z.enum(['refuse', 'ask']),
  groupSync: GroupSync,
  groupRoles: z.array(GroupRole).max(200),
})
export type Provisioning = z.infer<typeof Provisioning>
