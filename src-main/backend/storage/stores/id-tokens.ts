import type { Kysely } from 'kysely'
import type { OrganisationId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

export type IdTokenRecord = Omit<Tables['idTokens'], 'organisationId'>

/** The last ID Token of each session at a provider, sealed, as long as a session of ours may last. */
export const idTokenStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async put(record: IdTokenRecord): Promise<void> {
    const { tokenSealed, expiresAt } = record
    await db
      .insertInto('idTokens')
      .values({ ...record, organisationId: tenant })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ tokenSealed, expiresAt }))
      .execute()
  },

  /** Takes it away: it is shown once. */
  take: (id: string): Promise<IdTokenRecord | undefined> =>
    db
      .deleteFrom('idTokens')
      .where('organisationId', '=', tenant)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst(),
})
