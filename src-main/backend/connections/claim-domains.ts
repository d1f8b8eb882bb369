import type { ConnectionId } from '#shared/model/ids.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'

/**
 * Inside the transaction that writes the connection. No two providers of any organisations hold one domain, also where both
 * claim it at this moment.
 * @throws {Refused} `domain.claimed`
 */
export async function claimDomains(stores: Stores, id: ConnectionId, domains: readonly string[]): Promise<void> {
  const taken = await stores.connectionDomains.replace(id, domains, true)
  if (taken !== undefined) throw new Refused('domain.claimed', domains.length > 1 ? { detail: taken } : {})
}
