import type { PolicyRecord } from '../storage/stores/policy.ts'
import type { Stores } from '../storage/stores.ts'

/** The first domain that the policy wants proven and that is not. */
export async function unprovenDomain(
  stores: Stores,
  domains: readonly string[],
  { requireDomainVerification }: Pick<PolicyRecord, 'requireDomainVerification'>,
): Promise<string | undefined> {
  if (!requireDomainVerification) return undefined
  for (const domain of domains) {
    if ((await stores.domainProofs.of(domain))?.state !== 'verified') return domain
  }
  return undefined
}
