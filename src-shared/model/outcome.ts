import { z } from 'zod'

export const Role = z.enum(['owner', 'admin', 'member', 'viewer'])
export type Role = z.infer<typeof Role>

/** What a sign-in does, or would do, to the person's account. */
export const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), role: Role }),
  z.object({ kind: z.literal('linked'), role: Role }),
  z.object({ kind: z.literal('created'), role: Role }),
  z.object({
    kind: z.literal('refused'),
    because: z.enum(['email-missing', 'email-outside-domains', 'no-account', 'deactivated', 'removed']),
  }),
])
export type Outcome = z.infer<typeof Outcome>
