import { z } from 'zod'
import { Finding } from './finding.ts'
import { MetadataEntity } from './judgement.ts'

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
  /** The signature is over the whole: its bytes are read once more. */
  step: z.enum(['entities', 'signature']),
  /** Read in this step. */
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

/** What the element around all entities says of them. Null where it says nothing, or cannot be read. */
export const AggregateFacts = z.object({
  /** As the federation calls it. */
  name: z.string().nullable(),
  validUntil: z.string().nullable(),
  /** xs:duration. */
  cacheDuration: z.string().nullable(),
})
export type AggregateFacts = z.infer<typeof AggregateFacts>

/** How an aggregate was judged. A broken entity makes it `invalid` and hides no other. */
export const AggregateJudgement = AggregateFacts.extend({
  verdict: z.enum(['valid', 'invalid']),
  entities: z.array(EntityListing),
  /** Of the document around the entities: its schema, its signature, each entity once. */
  findings: z.array(Finding),
  /** Most frequent first. */
  counts: z.array(FindingCount),
})
export type AggregateJudgement = z.infer<typeof AggregateJudgement>

/** What `claimcheck metadata --format json` prints of an aggregate. */
export const AggregateReport = AggregateJudgement.extend({
  entities: z.array(
    EntityListing.extend({
      /** What it says, where they are few or it was asked for; null where it cannot be read. */
      entity: MetadataEntity.nullable(),
      /** Of one that has an error or a warning: all that did not pass. */
      findings: z.array(Finding),
    }),
  ),
})
export type AggregateReport = z.infer<typeof AggregateReport>
