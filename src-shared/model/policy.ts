import { z } from 'zod'
import { DEFAULT_CLOCK_SKEW_SECONDS, MAXIMUM_CLOCK_SKEW_SECONDS } from './clock-skew.ts'

/** How strictly a response is judged. What strict refuses, interop accepts with a warning. */
export const JudgingMode = z.enum(['interop', 'strict'])
export type JudgingMode = z.infer<typeof JudgingMode>

export const RequireSigned = z.enum(['response', 'assertion', 'either', 'both'])
export type RequireSigned = z.infer<typeof RequireSigned>

export const JudgingPolicy = z.object({
  mode: JudgingMode,
  clockSkewSeconds: z.int().min(0).max(MAXIMUM_CLOCK_SKEW_SECONDS),
  requireSigned: RequireSigned,
  /** An assertion that comes in plain text is refused, however well it is signed. */
  requireEncryption: z.boolean().default(false),
  /** A response nobody asked for is accepted. */
  allowIdpInitiated: z.boolean(),
})
export type JudgingPolicy = z.infer<typeof JudgingPolicy>

export const defaultJudgingPolicy: JudgingPolicy = {
  mode: 'interop',
  clockSkewSeconds: DEFAULT_CLOCK_SKEW_SECONDS,
  requireSigned: 'either',
  requireEncryption: false,
  allowIdpInitiated: false,
}
