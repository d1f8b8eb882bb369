import { z } from 'zod'
import { wellKnownClaimNames } from './claim-names.ts'

/** What the application learns about a person (S05). Null where the claim did not arrive. */
export const Profile = z.object({
  email: z.string().nullable(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  groups: z.array(z.string()).nullable(),
})
export type Profile = z.infer<typeof Profile>

/** For each profile member the attribute names that may carry it, tried in order. */
export const ClaimMapping = z.object({
  email: z.array(z.string().min(1)),
  givenName: z.array(z.string().min(1)),
  familyName: z.array(z.string().min(1)),
  groups: z.array(z.string().min(1)),
})
export type ClaimMapping = z.infer<typeof ClaimMapping>

/** What a connection maps unless it says otherwise. */
export const defaultClaimMapping: ClaimMapping = wellKnownClaimNames
