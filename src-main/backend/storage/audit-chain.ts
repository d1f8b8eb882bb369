import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { AuditEventId, OrganisationId } from '#shared/model/ids.ts'

/** One event with its place in the organisation's chain, as it is hashed and exported. */
export interface ChainedEvent {
  readonly organisationId: OrganisationId
  /** Counts from 1 within the organisation. */
  readonly sequence: number
  readonly id: AuditEventId
  readonly at: string
  readonly actorKind: 'api-key' | 'user' | 'system'
  readonly actorId: string | null
  /** `sso.provider.created` and the like. */
  readonly action: string
  readonly subjectId: string | null
  /** What changed, secrets masked. */
  readonly details: unknown
  /** Of the event before. */
  readonly previousHash: string
}

/** What the first event of a chain names as the one before. */
export const CHAIN_START = '0'.repeat(64)

/** SHA-256 over the canonical JSON (RFC 8785), which holds the hash of the event before. @returns lower-case hexadecimal */
export function chainHash(event: ChainedEvent): string {
  const text = canonicalize(event)
  if (text === undefined) throw new TypeError('an event has a JSON form')
  return hash('sha256', text, 'hex')
}
