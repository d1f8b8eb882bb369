import type { z } from 'zod'
import type { Draft, changeDraft as route } from '#shared/http-api/draft.ts'
import { OidcConfigChange } from '#shared/http-api/oidc-config.ts'
import { SamlConfigChange } from '#shared/http-api/provider.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { parseFor } from '../connections/apply-change.ts'
import type { Connection } from '../connections/connection.ts'
import { connectionVersion } from '../connections/connection-version.ts'
import { describeChange } from '../connections/describe-connection.ts'
import { maskedOidcConfig, mergeOidcConfig, splitOidcConfig } from '../connections/oidc-config.ts'
import { mergeSamlConfig, samlConfigOf } from '../connections/saml-config.ts'
import { keepSamlParts } from '../connections/service-provider-key.ts'
import type { Tenant } from '../installation.ts'
import { requireVersion } from '../versions/version-of.ts'
import { draftDomains } from './draft-domains.ts'
import { presentDraft } from './present-draft.ts'
import { requireDraft } from './read-draft.ts'

/** What is left out stays as it is. @throws {Refused} */
export function changeDraft(
  { tenant, actor, now, ifMatch }: AdminContext,
  id: ConnectionId,
  change: z.output<(typeof route)['body']>,
): Promise<Draft> {
  return tenant.stores.inTransaction(async (stores) => {
    const before = await requireDraft(stores, id)
    requireVersion(ifMatch, connectionVersion(before))
    const after: Connection = {
      ...before,
      issuer: change.issuer ?? before.issuer,
      domains: change.domains === undefined ? before.domains : await draftDomains(stores, change.domains),
      ...(await changedParts(tenant, before, change.config ?? {}, now)),
      configuredAt: now.toISOString(),
      updatedAt: now.toISOString(),
    }
    const { domains, ...record } = after
    await stores.connections.put(record)
    await stores.connectionDomains.replace(id, domains, false)
    const details = describeChange(before, after)
    await recordEvent(stores, { actor, action: 'sso.draft.changed', subjectId: id, details }, { ...tenant, now })
    return presentDraft(after, tenant)
  })
}

async function changedParts(tenant: Tenant, before: Connection, change: object, now: Date) {
  if (before.type === 'oidc') {
    const config = mergeOidcConfig(maskedOidcConfig(before), parseFor(OidcConfigChange, change))
    return splitOidcConfig(config, before, { tenant, record: before.id })
  }
  const config = mergeSamlConfig(samlConfigOf(before), parseFor(SamlConfigChange, change))
  return keepSamlParts(tenant, before.id, config, now, before)
}
