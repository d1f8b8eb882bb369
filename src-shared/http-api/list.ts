import { z } from 'zod'

const pageQuery = {
  /** At most so many. */
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(300).optional(),
}

/** Every list comes in pages. */
export const ListQuery = z.strictObject(pageQuery)
export type ListQuery = z.output<typeof ListQuery>

/** A list with filters of its own. */
export const listQueryWith = <Filters extends z.ZodRawShape>(filters: Filters) =>
  z.strictObject({ ...pageQuery, ...filters })

/** What a list answers beside its members: how many there are in all, and where to go on while there are more. */
export const listAnswer = <Members extends z.ZodRawShape>(members: Members) =>
  z.object({ ...members, total: z.int().min(0), nextCursor: z.string().optional() })
