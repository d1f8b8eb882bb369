import type { Organisation } from '#shared/http-api/organisation.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { applyAllowedDomains } from '../domains/apply-allowed-domains.ts'
import { requireUsable } from '../domains/resolve-domains.ts'
import type { Tenant } from '../installation.ts'
import type { OrganisationRecord } from '../storage/stores/organisation.ts'
import { requireVersion, versionOf } from '../versions/version-of.ts'

type Host = Pick<Tenant, 'id'>

export async function readOrganisation({ tenant }: AdminContext): Promise<{ organisation: Organisation }> {
  return { organisation: present(await tenant.stores.organisation.read(), tenant) }
}

interface Change {
  readonly name?: string | undefined
  readonly allowedDomains?: readonly string[] | undefined
}

/** @throws {Refused} */
export function changeOrganisation({ tenant, actor, now, ifMatch }: AdminContext, change: Change) {
  return tenant.stores.inTransaction(async (stores) => {
    const before = await stores.organisation.read()
    requireVersion(ifMatch, organisationVersion(before))
    const allowedDomains = [...new Set(change.allowedDomains ?? before.allowedDomains)]
    requireUsable(change.allowedDomains ?? [], [], 'allowedDomains')
    const after = { ...before, name: change.name ?? before.name, allowedDomains }
    await stores.organisation.change({ name: after.name, allowedDomains })
    if (change.allowedDomains !== undefined)
      await applyAllowedDomains(stores, allowedDomains, { ...tenant, actor, now })
    const details = { before: settingsOf(before), after: settingsOf(after) }
    const happening = { actor, action: 'sso.organisation.changed', subjectId: tenant.id, details } as const
    await recordEvent(stores, happening, { ...tenant, now })
    return { organisation: present(after, tenant) }
  })
}

const settingsOf = ({ name, allowedDomains }: OrganisationRecord) => ({ name, allowedDomains: [...allowedDomains] })

const organisationVersion = (organisation: OrganisationRecord) => versionOf(settingsOf(organisation))

const present = (organisation: OrganisationRecord, { id }: Host): Organisation => ({
  id,
  ...settingsOf(organisation),
  createdAt: organisation.createdAt,
  version: organisationVersion(organisation),
})
