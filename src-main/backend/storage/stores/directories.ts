import type { Kysely } from 'kysely'
import type { DirectoryId, OrganisationId } from '#shared/model/ids.ts'
import type { Page } from '../page.ts'
import type { Tables } from '../tables.ts'

export type DirectoryRecord = Readonly<Omit<Tables['directories'], 'organisationId'>>

export const directoryStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () => db.selectFrom('directories').where('organisationId', '=', tenant)
  const columns = ['id', 'name', 'secretSealed', 'createdAt'] as const
  return {
    async add(directory: DirectoryRecord): Promise<void> {
      await db
        .insertInto('directories')
        .values({ ...directory, organisationId: tenant })
        .execute()
    },

    byId: (id: DirectoryId): Promise<DirectoryRecord | undefined> =>
      ours().select(columns).where('id', '=', id).executeTakeFirst(),

    /** The oldest first. */
    list({ after, limit }: Page): Promise<DirectoryRecord[]> {
      let query = ours().select(columns)
      if (after !== undefined) {
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('createdAt', 'id'), '>', tuple(after[0], after[1] as DirectoryId)),
        )
      }
      return query.orderBy('createdAt').orderBy('id').limit(limit).execute()
    },

    async count(): Promise<number> {
      const { total } = await ours()
        .select((expression) => expression.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      return Number(total)
    },

    /** @returns false where there was none */
    async remove(id: DirectoryId): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('directories')
        .where('organisationId', '=', tenant)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },

    /** @returns false where it was taken before: whoever comes second changes nothing */
    async takeEvent(event: Omit<Tables['directoryEvents'], 'organisationId'>): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('directoryEvents')
        .values({ ...event, organisationId: tenant })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
  }
}
