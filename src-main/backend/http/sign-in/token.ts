import { z } from 'zod'

/** What a one-time token or handle of ours looks like. */
export const Token = z.string().regex(/^[\w-]{43}$/)
