import type { z } from 'zod'
import type { Draft, createDraft as route } from '#shared/http-api/draft.ts'
import { ConnectionId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Connection } from '../connections/connection.ts'
import { describeConnection } from '../connections/describe-connection.ts'
import { normaliseSamlConfig } from '../connections/saml-config.ts'
import { keepSamlParts } from '../connections/service-provider-key.ts'
import { draftDomains } from './draft-domains.ts'
import { presentDraft } from './present-draft.ts'

export type DraftInput = z.output<(typeof route)['body']>

/** Its key, entity ID and ACS URL exist from the start, so that both sides can be set up and tested. @throws {Refused} */
export async function createDraft({ tenant, actor, now }: AdminContext, input: DraftInput): Promise<Draft> {
  const id = makeId(ConnectionId, 'conn', tenant.random(ID_BYTES))
  const draft: Connection = {
    id,
    type: 'saml',
    state: 'draft',
    issuer: input.issuer ?? null,
    enabled: false,
    domains: await draftDomains(tenant.stores, input.domains ?? []),
    inheritsDomains: false,
    configuredAt: now.toISOString(),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    clientSecretSealed: null,
    clientSecretVersion: null,
    ...(await keepSamlParts(tenant, id, normaliseSamlConfig(input.config ?? {}), now)),
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
