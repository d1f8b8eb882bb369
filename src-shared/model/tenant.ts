import { z } from 'zod'
import { OrganisationId, UserId } from './ids.ts'
import { Instant } from './instant.ts'
import { Role } from './outcome.ts'
import { Problem } from './problem.ts'

export const Member = z.object({
  id: UserId,
  email: z.string(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  role: Role,
  active: z.boolean(),
  createdAt: Instant,
  lastSignInAt: Instant.nullable(),
})
export type Member = z.infer<typeof Member>

/** The tenant backend that comes with the app, as the window sees it. Its API key stays in main. */
export const TenantStatus = z.discriminatedUnion('state', [
  /** With the problem where it stopped by itself. */
  z.object({ state: z.literal('stopped'), problem: Problem.optional() }),
  z.object({
    state: z.literal('running'),
    url: z.url(),
    organisationId: OrganisationId,
    organisation: z.string(),
    signInUrl: z.url(),
  }),
])
export type TenantStatus = z.infer<typeof TenantStatus>
