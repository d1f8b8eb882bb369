import { createHash } from 'node:crypto'
import { canonicalJson } from '#main/evidence/receipt/canonical-json.ts'
import { Refused } from '../refusals/refused.ts'

/** Of what an administrator can change in a record: the same as long as that is the same. */
export const versionOf = (record: unknown): string =>
  createHash('sha256').update(canonicalJson(record), 'utf8').digest('base64url').slice(0, 22)

/** As an entity tag (RFC 9110 §8.8.3). */
export const etagOf = (version: string): string => `"${version}"`

/**
 * Inside the transaction that changes the record. Without If-Match everything passes.
 * @throws {Refused} `request.stale` where someone has changed it meanwhile (RFC 9110 §13.1.1)
 */
export function requireVersion(ifMatch: string | undefined, version: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  if (!tags.includes(etagOf(version))) throw new Refused('request.stale')
}
