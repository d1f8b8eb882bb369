import { z } from 'zod'

/**
 * Why something the user asked for was not done. Nothing they entered is lost.
 * `what` and `remedy` are sentences for the screen; `code` is stable.
 */
export const Problem = z.object({
  code: z.string(),
  /** Name of the field at fault, where one is. */
  field: z.string().nullable(),
  what: z.string(),
  remedy: z.string(),
})
export type Problem = z.infer<typeof Problem>
