import { z } from 'zod'

/** Goes on without the proof that the policy asks for. The reason is kept in the audit log. */
export const Override = z.strictObject({ reason: z.string().trim().min(3).max(500) })
export type Override = z.output<typeof Override>
