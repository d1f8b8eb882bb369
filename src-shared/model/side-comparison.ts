import { z } from 'zod'

/** What both sides must call the same. `entity-id` is the audience too, `acs-url` the response's destination and recipient. */
export const ComparedId = z.enum(['issuer', 'entity-id', 'acs-url', 'sign-in-url'])
export type ComparedId = z.infer<typeof ComparedId>

export const SideId = z.enum(['configuration', 'metadata', 'request', 'response'])
export type SideId = z.infer<typeof SideId>

/** A value as it stands, white space included, under the name it has there: `Audience`. */
export const SideValue = z.object({ name: z.string(), value: z.string(), agrees: z.boolean() })
export type SideValue = z.infer<typeof SideValue>

/** What one of the four says. */
export const Side = z.object({
  side: SideId,
  values: z.array(SideValue),
  /** As the configuration; null where it says nothing. Of several audiences or endpoints one is enough. */
  agrees: z.boolean().nullable(),
  /** Why there is no value; `sealed`: one stands in an encrypted part that was not opened, beside any others. */
  absence: z.enum(['not-its-part', 'not-said', 'nothing-there', 'unreadable', 'sealed']).nullable(),
})
export type Side = z.infer<typeof Side>

export const ComparedValue = z.object({ id: ComparedId, expected: z.string(), sides: z.array(Side) })
export type ComparedValue = z.infer<typeof ComparedValue>

/** Configuration, metadata, request and response beside each other. For diagnosis: what the response says may be unsigned. */
export const SideComparison = z.array(ComparedValue)
export type SideComparison = z.infer<typeof SideComparison>
