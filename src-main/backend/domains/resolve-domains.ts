import type { Domain } from '#shared/model/domain.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'
import { domainProblem, domainRefusals } from './domain-problem.ts'

export interface ResolvedDomains {
  /** Each once; the first is `domain`. */
  readonly domains: readonly string[]
  /** It names none and has those the organisation allows. */
  readonly inheritsDomains: boolean
}

/**
 * The e-mail domains of a provider: its own, or where it names none the allowed domains of the organisation (S21).
 * @throws {Refused} naming the field
 */
export async function resolveDomains(
  stores: Stores,
  { domain, domains }: { domain?: Domain | undefined; domains?: readonly Domain[] | undefined },
): Promise<ResolvedDomains> {
  const { allowedDomains } = await stores.organisation.read()
  const named = domains !== undefined && domains.length > 0 ? domains : domain === undefined ? [] : [domain]
  if (named.length === 0) {
    if (allowedDomains.length === 0) throw new Refused('domain.missing', { field: 'domain' })
    return { domains: allowedDomains, inheritsDomains: true }
  }
  if (domain !== undefined && named[0] !== domain) throw new Refused('domain.order', { field: 'domains' })
  const field = named === domains ? 'domains' : 'domain'
  requireUsable(named, allowedDomains, field)
  return { domains: [...new Set(named)], inheritsDomains: false }
}

/** @throws {Refused} for the first that no provider may claim */
export function requireUsable(domains: readonly Domain[], allowedDomains: readonly string[], field: string): void {
  for (const domain of domains) {
    const problem = domainProblem(domain, allowedDomains)
    if (problem !== undefined) throw new Refused(domainRefusals[problem], { field, detail: domain })
  }
}
