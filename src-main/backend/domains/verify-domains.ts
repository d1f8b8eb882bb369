import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { findConnection } from '../connections/connection.ts'
import { Refused } from '../refusals/refused.ts'
import { presentProof, proveDomain } from './prove-domain.ts'

/** @throws {Refused} `provider.not-found`, for another organisation's too */
export async function verifyDomains({ tenant, actor, now }: AdminContext, id: ConnectionId) {
  const connection = await findConnection(tenant.stores, id)
  if (connection === undefined) throw new Refused('provider.not-found')
  if (connection.domains.length === 0) throw new Refused('domain.missing', { field: 'domains' })
  const proofs = []
  for (const domain of connection.domains) {
    const before = await tenant.stores.domainProofs.of(domain)
    const proof = await proveDomain(tenant, domain, now)
    if (proof.state !== (before?.state ?? 'pending')) {
      const details = { domain, before: before?.state ?? 'pending', after: proof.state }
      await tenant.stores.inTransaction((stores) =>
        recordEvent(stores, { actor, action: 'sso.domain.checked', subjectId: id, details }, { ...tenant, now }),
      )
    }
    proofs.push(proof)
  }
  return { verified: proofs.every(({ state }) => state === 'verified'), domains: proofs.map(presentProof) }
}
