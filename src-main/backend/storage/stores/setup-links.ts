import type { Kysely } from 'kysely'
import type { ConnectionId, OrganisationId, SetupLinkId } from '#shared/model/ids.ts'
import type { SetupLinkTable } from '../setup-link-table.ts'
import type { Tables } from '../tables.ts'

export type SetupLinkRecord = Readonly<Omit<SetupLinkTable, 'organisationId' | 'tokenSha256'>>

type Change = Partial<
  Pick<SetupLinkTable, 'provider' | 'connectionId' | 'lastVerdict' | 'lastTestAt' | 'completedAt' | 'revokedAt'>
>

const columns = [
  ...(['id', 'connectionId', 'provider', 'lastVerdict', 'lastTestAt'] as const),
  ...(['createdAt', 'expiresAt', 'completedAt', 'revokedAt'] as const),
] as const

export const setupLinkStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () => db.selectFrom('setupLinks').select(columns).where('organisationId', '=', tenant)
  return {
    async add(link: SetupLinkRecord & { readonly tokenSha256: string }): Promise<void> {
      await db
        .insertInto('setupLinks')
        .values({ ...link, organisationId: tenant })
        .execute()
    },

    byToken: (tokenSha256: string): Promise<SetupLinkRecord | undefined> =>
      ours().where('tokenSha256', '=', tokenSha256).executeTakeFirst(),

    /** Whatever its state. The one that is not settled was made last, also where another was made in the same instant. */
    latest: (): Promise<SetupLinkRecord | undefined> =>
      ours()
        .orderBy(({ case: either, and, eb }) =>
          either()
            .when(and([eb('completedAt', 'is', null), eb('revokedAt', 'is', null)]))
            .then(0)
            .else(1)
            .end(),
        )
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),

    /** Neither completed nor revoked; whether it is in time is the caller's question. */
    unsettledOf: (connectionId: ConnectionId): Promise<SetupLinkRecord | undefined> =>
      ours()
        .where('connectionId', '=', connectionId)
        .where('completedAt', 'is', null)
        .where('revokedAt', 'is', null)
        .executeTakeFirst(),

    /** Of this organisation; one that is completed stays so. */
    async revokeAll(revokedAt: string): Promise<void> {
      await db
        .updateTable('setupLinks')
        .set({ revokedAt })
        .where('organisationId', '=', tenant)
        .where('completedAt', 'is', null)
        .where('revokedAt', 'is', null)
        .execute()
    },

    /** Only while nobody has completed or revoked it. @returns false where somebody has */
    async change(id: SetupLinkId, change: Change): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('setupLinks')
        .set(change)
        .where('organisationId', '=', tenant)
        .where('id', '=', id)
        .where('completedAt', 'is', null)
        .where('revokedAt', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
