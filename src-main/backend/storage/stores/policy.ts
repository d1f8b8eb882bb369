import type { Kysely } from 'kysely'
import type { OrganisationId } from '#shared/model/ids.ts'
import type { OrganisationPolicy } from '#shared/model/organisation-policy.ts'
import { preparedQuery } from '../prepared-query.ts'
import { type Tables, toFlag } from '../tables.ts'

export interface PolicyRecord extends OrganisationPolicy {
  readonly ssoEnforced: boolean
}

const read = preparedQuery<{ tenant: OrganisationId }>()((db, value) =>
  db.selectFrom('policies').selectAll().where('organisationId', '=', value('tenant')),
)

export const policyStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(policy: PolicyRecord): Promise<void> {
    await db
      .insertInto('policies')
      .values({ ...asRow(policy), organisationId: tenant })
      .execute()
  },

  async read(): Promise<PolicyRecord> {
    const row = await read.first(db, { tenant })
    if (row === undefined) throw new TypeError('every organisation has a policy')
    return fromRow(row)
  },

  async put(policy: PolicyRecord): Promise<void> {
    await db.updateTable('policies').set(asRow(policy)).where('organisationId', '=', tenant).execute()
  },

  async setEnforced(enforced: boolean): Promise<void> {
    await db
      .updateTable('policies')
      .set({ ssoEnforced: toFlag(enforced) })
      .where('organisationId', '=', tenant)
      .execute()
  },
})

const asRow = (policy: PolicyRecord) => ({
  ...policy,
  ssoEnforced: toFlag(policy.ssoEnforced),
  jitEnabled: toFlag(policy.jitEnabled),
  jitSingleAccountOnly: toFlag(policy.jitSingleAccountOnly),
  groupRoles: JSON.stringify(policy.groupRoles),
  passwordBesideSso: toFlag(policy.passwordBesideSso),
  requireTestReceipt: toFlag(policy.requireTestReceipt),
  requireDomainVerification: toFlag(policy.requireDomainVerification),
  requirePilot: toFlag(policy.requirePilot),
})

const fromRow = ({ organisationId: _, ...row }: Tables['policies']): PolicyRecord => ({
  ...row,
  ssoEnforced: row.ssoEnforced === 1,
  jitEnabled: row.jitEnabled === 1,
  jitSingleAccountOnly: row.jitSingleAccountOnly === 1,
  groupRoles: JSON.parse(row.groupRoles) as PolicyRecord['groupRoles'],
  passwordBesideSso: row.passwordBesideSso === 1,
  requireTestReceipt: row.requireTestReceipt === 1,
  requireDomainVerification: row.requireDomainVerification === 1,
  requirePilot: row.requirePilot === 1,
})
