import { refusalTexts } from '#shared/http-api/refusal-texts.ts'
import { Domain } from '#shared/model/domain.ts'
import type { AdminContext } from '../admin-context.ts'
import { domainProblem, domainRefusals } from './domain-problem.ts'

/** Could a provider of this organisation claim it? Says of another organisation's claim that there is one, and no more. */
export async function checkDomain({ tenant }: AdminContext, input: string) {
  const parsed = Domain.safeParse(input)
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? null
    return { domain: input.trim().toLowerCase(), available: false, problem: 'malformed' as const, message }
  }
  const domain = parsed.data
  const { allowedDomains } = await tenant.stores.organisation.read()
  const problem = domainProblem(domain, allowedDomains)
  if (problem !== undefined) {
    return { domain, available: false, problem, message: `The domain ${refusalTexts[domainRefusals[problem]].says}` }
  }
  const claimant = await tenant.stores.connectionDomains.claimant(domain)
  if (claimant === undefined) return { domain, available: true, problem: null, message: null }
  const taken = claimant === 'ours' ? ('claimed-by-you' as const) : ('claimed' as const)
  return { domain, available: false, problem: taken, message: refusalTexts['domain.claimed'].says }
}
