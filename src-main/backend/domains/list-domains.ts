import type { AdminContext } from '../admin-context.ts'
import { beginProof, presentProof } from './prove-domain.ts'

/** Every domain of every provider, with what has to stand in its DNS. */
export async function listDomains({ tenant }: AdminContext) {
  const byConnection = await tenant.stores.connectionDomains.ofAll()
  const domains = []
  for (const [connectionId, names] of byConnection) {
    for (const domain of names) domains.push({ ...presentProof(await beginProof(tenant, domain)), connectionId })
  }
  return { domains: domains.toSorted((a, b) => (a.domain < b.domain ? -1 : 1)), total: domains.length }
}
