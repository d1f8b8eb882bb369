import { z } from 'zod'

/** Every refusal of the admin API: `{error, message}` and a status (S13). */
export const refusals = {
  validation: 400,
  no_provider: 400,
  unauthorized: 401,
  forbidden: 403,
  enterprise_required: 403,
  not_found: 404,
  conflict: 409,
  not_tested: 409,
  domain_unverified: 409,
  pilot_required: 409,
  precondition_failed: 412,
  too_many_requests: 429,
  /** A fault of the backend itself; the message says nothing of its inside. */
  internal: 500,
  /** The disk is full or cannot be written: nothing was changed. */
  storage_unavailable: 503,
} as const

export const RefusalCode = z.enum(Object.keys(refusals) as [keyof typeof refusals, ...(keyof typeof refusals)[]])
export type RefusalCode = z.infer<typeof RefusalCode>

export interface RefusalText {
  readonly error: RefusalCode
  /** What happened, then what to do. */
  readonly says: string
}

export const Refusal = z.object({
  error: RefusalCode,
  /** What happened and what to do; names the field where there is one. */
  message: z.string(),
})
export type Refusal = z.infer<typeof Refusal>
