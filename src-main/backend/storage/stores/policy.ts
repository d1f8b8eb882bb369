import type { Kysely } from 'kysely'
import type { OrganisationId } from '#shared/model/ids.ts'
import type { Role } from '#shared/model/outcome.ts'
import { type Tables, toFlag } from '../tables.ts'

export interface PolicyRecord {
  readonly ssoEnforced: boolean
  readonly jitEnabled: boolean
  readonly defaultRole: Role
  readonly requireTestReceipt: boolean
}

export const policyStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(policy: PolicyRecord): Promise<void> {
    await db
      .insertInto('policies')
      .values({
        organisationId: tenant,
        ssoEnforced: toFlag(policy.ssoEnforced),
        jitEnabled: toFlag(policy.jitEnabled),
        defaultRole: policy.defaultRole,
        requireTestReceipt: toFlag(policy.requireTestReceipt),
      })
      .execute()
  },

  async read(): Promise<PolicyRecord> {
    const row = await db
      .selectFrom('policies')
      .selectAll()
      .where('organisationId', '=', tenant)
      .executeTakeFirstOrThrow()
    return {
      ssoEnforced: row.ssoEnforced === 1,
      jitEnabled: row.jitEnabled === 1,
      defaultRole: row.defaultRole,
      requireTestReceipt: row.requireTestReceipt === 1,
    }
  },

  async setEnforced(enforced: boolean): Promise<void> {
    await db
      .updateTable('policies')
      .set({ ssoEnforced: toFlag(enforced) })
      .where('organisationId', '=', tenant)
      .execute()
  },
})
