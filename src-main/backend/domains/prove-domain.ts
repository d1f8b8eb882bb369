import type { z } from 'zod'
import type { DomainProof as ProofAnswer } from '#shared/http-api/domain.ts'
import type { Tenant } from '../installation.ts'
import { TOKEN_BYTES, tokenText } from '../secrets/tokens.ts'
import type { DomainProof } from '../storage/stores/domain-proofs.ts'

/** Where the proof stands: below the domain, so that it meets no other record. */
export const proofName = (domain: string) => `_claimcheck.${domain}`
export const proofText = (token: string) => `claimcheck-verification=${token}`

/** Makes the token at the first question. */
export const beginProof = ({ stores, random }: Tenant, domain: string): Promise<DomainProof> =>
  stores.domainProofs.begin(domain, tokenText(random(TOKEN_BYTES)))

/** Asks the DNS now, and keeps what it says. An answer that did not come changes nothing but the note of it. */
export async function proveDomain(tenant: Tenant, domain: string, now: Date): Promise<DomainProof> {
  const before = await beginProof(tenant, domain)
  const answer = await tenant.lookUpTxt(proofName(domain))
  const checkedAt = now.toISOString()
  const after = { ...before, checkedAt, ...judge(before, answer, checkedAt) }
  const { token: _, ...change } = after
  await tenant.stores.domainProofs.put(change)
  return after
}

type Judged = Pick<DomainProof, 'state' | 'verifiedAt' | 'problem'>

function judge(
  { token, state, verifiedAt }: DomainProof,
  answer: Awaited<ReturnType<Tenant['lookUpTxt']>>,
  at: string,
): Judged {
  if (answer.kind === 'failed') {
    return { state, verifiedAt, problem: `The DNS did not answer (${answer.detail}). Try again later.` }
  }
  const texts = answer.kind === 'found' ? answer.texts.map((text) => text.trim()) : []
  if (texts.includes(proofText(token))) {
    return { state: 'verified', verifiedAt: state === 'verified' ? verifiedAt : at, problem: null }
  }
  const problem =
    texts.length === 0
      ? 'There is no TXT record at this name. Add it; a new record can take an hour to be seen.'
      : 'The TXT record at this name holds another value. Copy the value again, whole.'
  return { state: verifiedAt === null ? 'pending' : 'lost', verifiedAt, problem }
}

export const presentProof = (proof: DomainProof): z.input<typeof ProofAnswer> => ({
  domain: proof.domain,
  state: proof.state,
  record: { type: 'TXT', name: proofName(proof.domain), value: proofText(proof.token) },
  verifiedAt: proof.verifiedAt,
  checkedAt: proof.checkedAt,
  problem: proof.problem,
})
