import { z } from 'zod'
import { EntityListing } from '#shared/model/aggregate.ts'
import { Instant } from '#shared/model/instant.ts'
import { JudgingMode } from '#shared/model/policy.ts'

/** How a worker judges; given when it is started. */
export const WorkerSettings = z.object({
  now: Instant,
  mode: JudgingMode,
  role: z.enum(['idp', 'sp']).optional(),
  withSchema: z.boolean(),
  /** PEM. */
  trustedCertificates: z.array(z.string()).optional(),
})
export type WorkerSettings = z.infer<typeof WorkerSettings>

const Validity = z.object({ validUntil: z.string().optional(), cacheDuration: z.string().optional() })

export const ToWorker = z.object({
  id: z.int(),
  frame: z.object({
    namespaces: z.array(z.object({ prefix: z.string(), uri: z.string() })),
    validity: z.array(Validity),
  }),
  pieces: z.array(
    z.object({ number: z.int(), bytes: z.instanceof(Uint8Array), offset: z.int(), line: z.int().min(1) }),
  ),
})
export type ToWorker = z.infer<typeof ToWorker>

export const FromWorker = z.object({ id: z.int(), listings: z.array(EntityListing) })
export type FromWorker = z.infer<typeof FromWorker>
