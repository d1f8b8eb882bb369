import type { Kysely } from 'kysely'
import type { OrganisationId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

export interface OrganisationRecord {
  readonly name: string
  readonly plan: string
  readonly createdAt: string
}

export const organisationStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(organisation: OrganisationRecord): Promise<void> {
    await db
      .insertInto('organisations')
      .values({ id: tenant, ...organisation })
      .execute()
  },

  /** @throws where the tenant does not exist: a store is opened only for one that does */
  read: (): Promise<OrganisationRecord> =>
    db
      .selectFrom('organisations')
      .select(['name', 'plan', 'createdAt'])
      .where('id', '=', tenant)
      .executeTakeFirstOrThrow(),
})
