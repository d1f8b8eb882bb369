import type { NewSetupLink, SetupLink } from '#shared/http-api/setup-link.ts'
import { ID_BYTES, makeId, SetupLinkId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { findConnectionIn } from '../connections/connection.ts'
import { resolveDomains } from '../domains/resolve-domains.ts'
import { changeDraft } from '../drafts/change-draft.ts'
import { createDraft } from '../drafts/create-draft.ts'
import { Refused } from '../refusals/refused.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import type { SetupLinkRecord } from '../storage/stores/setup-links.ts'
import { setupAddress } from './setup-address.ts'
import { presentSetupLink, setupLinkState } from './setup-link-state.ts'

const ONE_DAY = 86_400_000

/** The one before works no more, at once. A draft that was not completed goes on under the new one. @throws {Refused} */
export async function createSetupLink(
  context: AdminContext,
  { domains, days }: NewSetupLink,
): Promise<{ setupLink: SetupLink; setupUrl: string }> {
  const { tenant, actor, now } = context
  const begun = await draftFor(context, domains)
  const token = tokenText(tenant.random(TOKEN_BYTES))
  const record: SetupLinkRecord = {
    ...begun,
    id: makeId(SetupLinkId, 'setup', tenant.random(ID_BYTES)),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + days * ONE_DAY).toISOString(),
    completedAt: null,
    revokedAt: null,
  }
  return tenant.stores.inTransaction(async (stores) => {
    await stores.setupLinks.revokeAll(now.toISOString())
    await stores.setupLinks.add({ ...record, tokenSha256: tokenSha256(token) })
    const details = { after: { connection: record.connectionId, domains, expiresAt: record.expiresAt } }
    const happening = { actor, action: 'sso.setup-link.created', subjectId: record.id, details } as const
    await recordEvent(stores, happening, { ...tenant, now })
    return {
      setupLink: await presentSetupLink(stores, record, now),
      setupUrl: setupAddress(tenant.publicUrl, token),
    }
  })
}

/** What was entered under the link before, where that was not completed; else a new draft. */
async function draftFor(context: AdminContext, domains: NewSetupLink['domains']) {
  const { stores } = context.tenant
  // Refused here, where an administrator reads it: nobody behind the link could mend it.
  await resolveDomains(stores, { domains })
  const before = await stores.setupLinks.latest()
  const draft = before && (await findConnectionIn(stores, before.connectionId, 'draft'))
  if (before === undefined || draft === undefined) {
    const { id } = await createDraft(context, { type: 'saml', domains })
    return { ...untouched, connectionId: id }
  }
  await changeDraft({ ...context, ifMatch: undefined }, draft.id, { domains })
  const sameDomains = draft.domains.join() === domains.join()
  return sameDomains ? before : { ...untouched, connectionId: draft.id, provider: before.provider }
}

const untouched = { provider: null, lastVerdict: null, lastTestAt: null }

export async function readSetupLink({ tenant, now }: AdminContext): Promise<{ setupLink: SetupLink | null }> {
  const link = await tenant.stores.setupLinks.latest()
  return { setupLink: link === undefined ? null : await presentSetupLink(tenant.stores, link, now) }
}

/** @throws {Refused} `setup-link.none` */
export function revokeSetupLink({ tenant, actor, now }: AdminContext): Promise<{ message: string }> {
  return tenant.stores.inTransaction(async (stores) => {
    const link = await stores.setupLinks.latest()
    const isOpen = link !== undefined && setupLinkState(link, now) === 'open'
    if (!isOpen) throw new Refused('setup-link.none')
    await stores.setupLinks.change(link.id, { revokedAt: now.toISOString() })
    await recordEvent(stores, { actor, action: 'sso.setup-link.revoked', subjectId: link.id }, { ...tenant, now })
    return { message: 'Setup link revoked.' }
  })
}
