import { claimDomains } from '../connections/claim-domains.ts'
import { listConnections } from '../connections/connection.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'
import type { Claiming } from './take-over-domain.ts'
import { unprovenDomain } from './unproven-domain.ts'

/**
 * Inside the transaction that changes the list. Providers that name no domains follow it; one that names a domain which would
 * not be allowed any more stands in the way, or its people would lose their way in unnoticed.
 * @throws {Refused} `domain.allowed-in-use`, `domain.claimed`, `domain.missing`, `domain.unverified`
 */
export async function applyAllowedDomains(
  stores: Stores,
  allowedDomains: readonly string[],
  claiming: Claiming,
): Promise<void> {
  const policy = await stores.policy.read()
  for (const { id, domains, inheritsDomains, enabled } of await listConnections(stores, 'published')) {
    if (inheritsDomains) {
      if (allowedDomains.length === 0) throw new Refused('domain.missing', { field: 'allowedDomains' })
      const unproven = enabled ? await unprovenDomain(stores, allowedDomains, policy) : undefined
      if (unproven !== undefined) throw new Refused('domain.unverified', { detail: unproven })
      await claimDomains(stores, id, allowedDomains, claiming)
      continue
    }
    const lost = allowedDomains.length > 0 && domains.find((domain) => !allowedDomains.includes(domain))
    if (lost) throw new Refused('domain.allowed-in-use', { detail: lost })
  }
}
