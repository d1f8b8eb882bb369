import { z } from 'zod'
import { Profile } from './profile.ts'

/** Who signed in, read from verified nodes alone. */
export const Identity = z.object({
  nameId: z.string(),
  nameIdFormat: z.string().nullable(),
  issuer: z.string(),
  sessionIndex: z.string().nullable(),
  authnContext: z.string().nullable(),
  attributes: z.record(z.string(), z.array(z.string())),
  profile: Profile,
})
export type Identity = z.infer<typeof Identity>
