import { z } from 'zod'

/** A moment as RFC 3339 in UTC, such as `2026-11-22T08:00:00.000Z`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>
