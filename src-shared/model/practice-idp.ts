import { z } from 'zod'
import { Problem } from './problem.ts'

/** Deliberate mistakes of the practice identity provider. */
export const FaultId = z.enum(['wrong-audience', 'expired-response', 'unsigned-response'])
export type FaultId = z.infer<typeof FaultId>

export const PracticePerson = z.object({
  username: z.string(),
  /** Shown on the sign-in page: it protects nothing. */
  password: z.string(),
  email: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  groups: z.array(z.string()),
})
export type PracticePerson = z.infer<typeof PracticePerson>

export const PracticeIdpStatus = z.discriminatedUnion('state', [
  /** With the problem where it stopped by itself. */
  z.object({ state: z.literal('stopped'), problem: Problem.optional() }),
  z.object({
    state: z.literal('running'),
    url: z.url(),
    entityId: z.string(),
    metadataUrl: z.url(),
    people: z.array(PracticePerson),
    faults: z.array(FaultId),
    /** The same people by OpenID Connect, and the IDs of the clients it knows. */
    openid: z.object({ issuer: z.url(), discoveryUrl: z.url(), clients: z.array(z.string()) }),
    /** Entity IDs of the service providers it knows. */
    serviceProviders: z.array(z.string()),
  }),
])
export type PracticeIdpStatus = z.infer<typeof PracticeIdpStatus>
