import { z } from 'zod'

/** The six steps of a connection, in order. */
export const StepId = z.enum(['intake', 'identity-provider', 'service-provider', 'test-login', 'claims', 'publish'])
export type StepId = z.infer<typeof StepId>

/** `stale`: done once, but something before it has changed since. */
export const StepState = z.enum(['not-started', 'needs-attention', 'done', 'stale'])
export type StepState = z.infer<typeof StepState>
