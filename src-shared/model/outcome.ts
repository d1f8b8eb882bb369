import { z } from 'zod'

export const Role = z.enum(['owner', 'admin', 'member', 'viewer'])
export type Role = z.infer<typeof Role>

/** What a sign-in does, or would do, to the person's account. */
export const Outcome = z.discriminatedUnion('kind', [
  /** `roleBefore` where the groups that arrived change the role. */
  z.object({ kind: z.literal('known'), role: Role, roleBefore: Role.optional() }),
  z.object({ kind: z.literal('linked'), role: Role, roleBefore: Role.optional() }),
  z.object({ kind: z.literal('created'), role: Role }),
  /** An invitation is accepted: the account is made, or brought back after it was removed. */
  z.object({ kind: z.literal('invited'), role: Role }),
  /** The new-account screen asks first; the account it makes has this role. */
  z.object({ kind: z.literal('offered'), role: Role }),
  z.object({
    kind: z.literal('refused'),
    because: z.enum([
      'email-missing',
      'email-outside-domains',
      'no-account',
      'invite-needed',
      'single-account',
      'deactivated',
      'removed',
    ]),
  }),
])
export type Outcome = z.infer<typeof Outcome>
