import type { z } from 'zod'
import type { Draft, createDraft as route } from '#shared/http-api/draft.ts'
import { ConnectionId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Connection } from '../connections/connection.ts'
import { describeConnection } from '../connections/describe-connection.ts'
import { splitOidcConfig } from '../connections/oidc-config.ts'
import { normaliseSamlConfig } from '../connections/saml-config.ts'
import { keepSamlParts } from '../connections/service-provider-key.ts'
import type { Tenant } from '../installation.ts'
import { draftDomains } from './draft-domains.ts'
import { presentDraft } from './present-draft.ts'

export type DraftInput = z.output<(typeof route)['body']>

/** Its key, entity ID and ACS URL, or its redirect URI, exist from the start, so that both sides can be set up and tested. @throws {Refused} */
export async function createDraft({ tenant, actor, now }: AdminContext, input: DraftInput): Promise<Draft> {
  const id = makeId(ConnectionId, 'conn', tenant.random(ID_BYTES))
  const draft: Connection = {
    id,
    type: input.type,
    state: 'draft',
    issuer: input.issuer ?? null,
    enabled: false,
    domains: await draftDomains(tenant.stores, input.domains ?? []),
    inheritsDomains: false,
    configuredAt: now.toISOString(),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    ...(await protocolParts(tenant, id, input, now)),
  }
  await tenant.stores.inTransaction(async (stores) => {
    const { domains, ...record } = draft
    await stores.connections.add(record)
    await stores.connectionDomains.replace(id, domains, false)
    const details = { after: describeConnection(draft) }
    const happening = { actor, action: 'sso.draft.created', subjectId: id, details } as const
    await recordEvent(stores, happening, { ...tenant, now })
  })
  return presentDraft(draft, tenant)
}

async function protocolParts(tenant: Tenant, id: ConnectionId, input: DraftInput, now: Date) {
  if (input.type === 'oidc') return splitOidcConfig(input.config ?? {}, undefined, { tenant, record: id })
  const parts = await keepSamlParts(tenant, id, normaliseSamlConfig(input.config ?? {}), now)
  return { ...parts, clientSecretSealed: null, clientSecretVersion: null }
}
