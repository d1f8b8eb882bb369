import type { Kysely } from 'kysely'
import type { OrganisationId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

export type OutageWindow = Omit<Tables['outageWindows'], 'organisationId'>

export const outageWindowStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  /** The one that was opened last and not closed; whether it is still in time is the caller's question. */
  read: (): Promise<OutageWindow | undefined> =>
    db
      .selectFrom('outageWindows')
      .select(['openedAt', 'until', 'reason'])
      .where('organisationId', '=', tenant)
      .executeTakeFirst(),

  /** In the place of the one before. */
  async open(window: OutageWindow): Promise<void> {
    await db
      .insertInto('outageWindows')
      .values({ ...window, organisationId: tenant })
      .onConflict((conflict) => conflict.column('organisationId').doUpdateSet(window))
      .execute()
  },

  async close(): Promise<void> {
    await db.deleteFrom('outageWindows').where('organisationId', '=', tenant).execute()
  },
})
