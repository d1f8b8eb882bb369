import { z } from 'zod'
import { ApiKeyId, OrganisationId, UserId } from './ids.ts'
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

/** `here`: the backend that comes with the app. `remote`: one that runs elsewhere, reached with an API key. */
export const TenantPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('here') }),
  z.object({ kind: z.literal('remote'), url: z.url() }),
])
export type TenantPlace = z.infer<typeof TenantPlace>

/** The tenant backend that connections are published to, as the window sees it. Its API key stays in main. */
export const TenantStatus = z.discriminatedUnion('state', [
  /** With the problem where it stopped by itself, or could not be reached. A remote one: not connected. */
  z.object({ state: z.literal('stopped'), place: TenantPlace, problem: Problem.optional() }),
  z.object({
    state: z.literal('running'),
    place: TenantPlace,
    url: z.url(),
    organisationId: OrganisationId,
    organisation: z.string(),
    signInUrl: z.url(),
    /** Which of the organisation's API keys this app uses; null where the key does not say. */
    apiKeyId: ApiKeyId.nullable(),
  }),
])
export type TenantStatus = z.infer<typeof TenantStatus>
