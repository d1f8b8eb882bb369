import type { OrganisationPolicy } from '#shared/model/organisation-policy.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { PolicyRecord } from '../storage/stores/policy.ts'
import { requireVersion, versionOf } from '../versions/version-of.ts'

export async function readPolicy({ tenant }: AdminContext) {
  return { policy: present(await tenant.stores.policy.read()) }
}

type Change = { readonly [Setting in keyof OrganisationPolicy]?: OrganisationPolicy[Setting] | undefined }

/** What is left out stays as it is. @throws {Refused} `request.stale` */
export function changePolicy({ tenant, actor, now, ifMatch }: AdminContext, change: Change) {
  return tenant.stores.inTransaction(async (stores) => {
    const before = await stores.policy.read()
    requireVersion(ifMatch, policyVersion(before))
    const given = Object.entries(change).filter(([, value]) => value !== undefined)
    const after: PolicyRecord = { ...before, ...Object.fromEntries(given) }
    await stores.policy.put(after)
    const names = given.map(([name]) => name as keyof OrganisationPolicy)
    const details = { before: pick(before, names), after: pick(after, names) }
    const happening = { actor, action: 'sso.policy.changed', subjectId: tenant.id, details } as const
    await recordEvent(stores, happening, { ...tenant, now })
    return { policy: present(after) }
  })
}

const pick = (policy: PolicyRecord, names: readonly (keyof OrganisationPolicy)[]) =>
  Object.fromEntries(names.map((name) => [name, policy[name]]))

const policyVersion = ({ ssoEnforced: _, ...settings }: PolicyRecord) => versionOf(settings)

const present = ({ ssoEnforced, ...settings }: PolicyRecord) => ({
  ...settings,
  version: policyVersion({ ssoEnforced, ...settings }),
})
