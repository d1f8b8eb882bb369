import { z } from 'zod'
import { Finding } from './finding.ts'

/** One entity of an aggregate, as a list shows it. The whole of it is read again from its place when it is chosen. */
export const EntityListing = z.object({
  /** From 0, in document order. */
  number: z.int().min(0),
  entityId: z.string(),
  displayName: z.string().nullable(),
  roles: z.array(z.enum(['idp', 'sp'])),
  verdict: z.enum(['valid', 'invalid']),
  /** Codes of its errors, each once. */
  errors: z.array(z.string()),
  warnings: z.array(z.string()),
  /** Where it stands: bytes from the start, bytes long, line from 1. */
  offset: z.int().min(0),
  length: z.int().min(0),
  line: z.int().min(1),
})
export type EntityListing = z.infer<typeof EntityListing>

export const AggregateProgress = z.object({
  bytes: z.int().min(0),
  entities: z.int().min(0),
  invalid: z.int().min(0),
})
export type AggregateProgress = z.infer<typeof AggregateProgress>

/** One kind of finding among the entities, and how many have it. */
export const FindingCount = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  title: z.string(),
  entities: z.int().min(1),
  /** Entity ID of the first that has it. */
  first: z.string(),
})
export type FindingCount = z.infer<typeof FindingCount>

/** How an aggregate was judged. A broken entity makes it `invalid` and hides no other. */
export const AggregateJudgement = z.object({
  verdict: z.enum(['valid', 'invalid']),
  entities: z.array(EntityListing),
  /** Of the document around the entities: its schema, its signature, each entity once. */
  findings: z.array(Finding),
  /** Most frequent first. */
  counts: z.array(FindingCount),
})
export type AggregateJudgement = z.infer<typeof AggregateJudgement>
