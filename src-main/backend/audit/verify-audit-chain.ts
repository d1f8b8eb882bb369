import { CHAIN_START, chainHash } from '../storage/audit-chain.ts'
import type { StoredAuditEvent } from '../storage/stores/audit-events.ts'

export interface AuditChain {
  readonly intact: boolean
  readonly events: number
  /** Hash of the last event that fits. */
  readonly head: string
  /** Sequence that the first event that does not fit should have; null where all do. */
  readonly brokenAt: number | null
}

export const emptyChain: AuditChain = { intact: true, events: 0, head: CHAIN_START, brokenAt: null }

/**
 * Follows a chain from its beginning, or on from where it stood: every event has its own hash, names the one before, and none
 * is missing. A log whose end was cut off is known only by a head that was kept elsewhere.
 */
export function verifyAuditChain(events: readonly StoredAuditEvent[], from: AuditChain = emptyChain): AuditChain {
  let chain = from
  for (const event of events) {
    if (!chain.intact) return chain
    const { hash, ...chained } = event
    const expected = chain.events + 1
    const fits = event.sequence === expected && event.previousHash === chain.head && chainHash(chained) === hash
    chain = fits
      ? { intact: true, events: expected, head: hash, brokenAt: null }
      : { ...chain, intact: false, brokenAt: expected }
  }
  return chain
}
