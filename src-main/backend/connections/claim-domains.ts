import type { ConnectionId } from '#shared/model/ids.ts'
import { type Claiming, takeOverDomain } from '../domains/take-over-domain.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'

/**
 * Inside the transaction that writes the connection. No two providers of any organisations hold one domain, also where both
 * claim it at this moment; who proved it prevails over who did not.
 * @throws {Refused} `domain.claimed`
 */
export async function claimDomains(
  stores: Stores,
  id: ConnectionId,
  domains: readonly string[],
  claiming: Claiming,
): Promise<void> {
  let taken = await stores.connectionDomains.replace(id, domains, true)
  while (taken !== undefined) {
    const isOurs = await takeOverDomain(stores, taken, claiming)
    if (!isOurs) throw new Refused('domain.claimed', domains.length > 1 ? { detail: taken } : {})
    taken = await stores.connectionDomains.replace(id, domains, true)
  }
}
