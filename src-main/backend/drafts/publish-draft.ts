import type { z } from 'zod'
import type { publishDraft as route } from '#shared/http-api/draft.ts'
import type { ProviderDetail } from '#shared/http-api/provider.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { claimDomains } from '../connections/claim-domains.ts'
import { configurationDigest } from '../connections/configuration.ts'
import type { Connection } from '../connections/connection.ts'
import { connectionVersion } from '../connections/connection-version.ts'
import { describeConnection } from '../connections/describe-connection.ts'
import { completeOidcConfig, maskedOidcConfig } from '../connections/oidc-config.ts'
import { providerDetail } from '../connections/present-provider.ts'
import { completeSamlConfig, samlConfigOf } from '../connections/saml-config.ts'
import { resolveDomains } from '../domains/resolve-domains.ts'
import { settle } from '../policy/require-ready.ts'
import { checkReceipt } from '../receipts/check-receipt.ts'
import { isTested } from '../receipts/is-tested.ts'
import { Refused } from '../refusals/refused.ts'
import { requireVersion } from '../versions/version-of.ts'
import { requireDraft } from './read-draft.ts'

/**
 * The draft becomes a provider, disabled, under the same id: key, entity ID and addresses stay as they were tested. A receipt
 * that is handed in must fit, whatever the policy; where the policy wants one and none is handed in, one of a test that was judged here must fit.
 * @throws {Refused}
 */
export function publishDraft(
  { tenant, actor, now, ifMatch }: AdminContext,
  id: ConnectionId,
  { receipt, override }: z.output<(typeof route)['body']>,
): Promise<ProviderDetail> {
  return tenant.stores.inTransaction(async (stores) => {
    const draft = await requireDraft(stores, id)
    requireVersion(ifMatch, connectionVersion(draft))
    const issuer = completeIssuer(draft)
    const resolved = await resolveDomains(stores, { domains: draft.domains })
    const policy = await stores.policy.read()
    const untested =
      receipt === undefined && policy.requireTestReceipt && !(await isTested({ ...tenant, stores }, draft))
    const gone = settle(untested ? [new Refused('receipt.missing')] : [], override)
    if (receipt !== undefined) {
      checkReceipt(receipt, configurationDigest(draft, tenant) ?? '', tenant)
      await stores.receipts.add(id, receipt)
    }
    const provider: Connection = {
      ...draft,
      ...resolved,
      state: 'published',
      issuer,
      updatedAt: now.toISOString(),
    }
    const { domains, ...record } = provider
    await stores.connections.put(record)
    await claimDomains(stores, id, domains, { ...tenant, actor, now })
    const details = { after: describeConnection(provider), tested: receipt !== undefined, ...gone }
    await recordEvent(stores, { actor, action: 'sso.draft.published', subjectId: id, details }, { ...tenant, now })
    return providerDetail(provider, policy, tenant)
  })
}

/** @throws {Refused} where the identity provider's side is incomplete */
function completeIssuer(draft: Connection): string {
  if (draft.type === 'saml') {
    const { idpEntityId } = completeSamlConfig(samlConfigOf(draft))
    return draft.issuer ?? idpEntityId
  }
  completeOidcConfig(maskedOidcConfig(draft), draft.issuer)
  return draft.issuer ?? ''
}
