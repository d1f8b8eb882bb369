import type { Domain } from '#shared/model/domain.ts'
import { requireUsable } from '../domains/resolve-domains.ts'
import type { Stores } from '../storage/stores.ts'

/** Those that no provider could claim are refused as soon as they are entered; a draft claims none. @throws {Refused} */
export async function draftDomains(stores: Stores, domains: readonly Domain[]): Promise<readonly string[]> {
  const { allowedDomains } = await stores.organisation.read()
  requireUsable(domains, allowedDomains, 'domains')
  return [...new Set(domains)]
}
