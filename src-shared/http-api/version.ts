import { z } from 'zod'

/**
 * Changes whenever the record does. It is the ETag; sent back as If-Match it keeps two who edit at once from undoing each
 * other's work: the second is told (412) and nothing is lost.
 */
export const Version = z.string()
