import { type Actor, recordEvent } from '../audit/record-event.ts'
import { findConnection } from '../connections/connection.ts'
import { describeChange } from '../connections/describe-connection.ts'
import type { Random } from '../installation.ts'
import type { DomainProof } from '../storage/stores/domain-proofs.ts'
import type { Stores } from '../storage/stores.ts'

/** Who claims, when, and what makes the ids of the events. */
export interface Claiming {
  readonly actor: Actor
  readonly now: Date
  readonly random: Random
}

/**
 * Inside the transaction that claims it: a domain that another organisation has claimed and not proven goes to the one that
 * proved it in the DNS. The provider that loses its last domain is disabled, and each audit log tells its own half: neither
 * organisation is named to the other.
 * @returns false where it stays whose it is
 */
export async function takeOverDomain(
  stores: Stores,
  domain: string,
  { actor, now, random }: Claiming,
): Promise<boolean> {
  if (!provenOfLate(await stores.domainProofs.of(domain), now)) return false
  const other = await stores.otherClaimant(domain)
  if (other === undefined) return false
  if ((await other.stores.domainProofs.of(domain))?.state === 'verified') return false
  const before = await findConnection(other.stores, other.connectionId)
  if (before === undefined) return false
  const domains = before.domains.filter((one) => one !== domain)
  const at = now.toISOString()
  const after = { ...before, domains, enabled: before.enabled && domains.length > 0, configuredAt: at, updatedAt: at }
  const { domains: _, ...record } = after
  await other.stores.connections.put(record)
  await other.stores.connectionDomains.replace(before.id, domains, true)
  const details = { domain, ...describeChange(before, after) }
  const nobody = { kind: 'system', id: null } as const
  const lost = { actor: nobody, action: 'sso.domain.lost', subjectId: before.id, details } as const
  await recordEvent(other.stores, lost, { now, random })
  const taken = { actor, action: 'sso.domain.taken-over', subjectId: null, details: { domain } } as const
  await recordEvent(stores, taken, { now, random })
  return true
}

/** A proof of long ago may be one of a domain that was sold since: look again first. */
const PROOF_LASTS_MS = 24 * 60 * 60 * 1000

function provenOfLate(proof: DomainProof | undefined, now: Date): boolean {
  // With a problem noted the DNS gave no answer when it was asked last.
  if (proof?.state !== 'verified' || proof.problem !== null || proof.checkedAt === null) return false
  return now.getTime() - Date.parse(proof.checkedAt) <= PROOF_LASTS_MS
}
