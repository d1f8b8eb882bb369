import type { ProviderDetail } from '#shared/http-api/provider.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { claimDomains } from '../connections/claim-domains.ts'
import { configurationDigest } from '../connections/configuration.ts'
import type { Connection } from '../connections/connection.ts'
import { providerDetail } from '../connections/present-provider.ts'
import { completeSamlConfig, samlConfigOf } from '../connections/saml-config.ts'
import { checkReceipt } from '../receipts/check-receipt.ts'
import { Refused } from '../refusals/refused.ts'
import { requireDraft } from './read-draft.ts'

/**
 * The draft becomes a provider, disabled, under the same id: key, entity ID and ACS URL stay as they were tested. A receipt
 * that is handed in must fit, whatever the policy; where the policy wants one it must be handed in.
 * @throws {Refused}
 */
export function publishDraft(
  { tenant, actor, now }: AdminContext,
  id: ConnectionId,
  receipt: Receipt | undefined,
): Promise<ProviderDetail> {
  return tenant.stores.inTransaction(async (stores) => {
    const draft = await requireDraft(stores, id)
    const config = completeSamlConfig(samlConfigOf(draft))
    if (draft.domains.length === 0) throw new Refused('domain.missing', { field: 'domains' })
    const policy = await stores.policy.read()
    if (receipt === undefined && policy.requireTestReceipt) throw new Refused('receipt.missing')
    if (receipt !== undefined) {
      checkReceipt(receipt, configurationDigest(draft, tenant) ?? '', tenant)
      await stores.receipts.add(id, receipt)
    }
    const provider: Connection = {
      ...draft,
      state: 'published',
      issuer: draft.issuer ?? config.idpEntityId,
      updatedAt: now.toISOString(),
    }
    const { domains, ...record } = provider
    await stores.connections.put(record)
    await claimDomains(stores, id, domains)
    const details = { domains, tested: receipt !== undefined }
    await recordEvent(stores, { actor, action: 'sso.draft.published', subjectId: id, details }, { ...tenant, now })
    return providerDetail(provider, policy, tenant)
  })
}
