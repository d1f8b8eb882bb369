import type { Kysely } from 'kysely'
import type { ConnectionId, OrganisationId, UserId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

/** Who a person is to an identity provider: the key is (connection, NameID), and an e-mail address never is. */
export const identityStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async userOf(connectionId: ConnectionId, nameId: string): Promise<UserId | undefined> {
    const row = await db
      .selectFrom('identities')
      .select('userId')
      .where('organisationId', '=', tenant)
      .where('connectionId', '=', connectionId)
      .where('nameId', '=', nameId)
      .executeTakeFirst()
    return row?.userId
  },

  /** Who has signed in through which connection. */
  pairs: (): Promise<{ connectionId: ConnectionId; userId: UserId }[]> =>
    db.selectFrom('identities').select(['connectionId', 'userId']).where('organisationId', '=', tenant).execute(),

  async add(identity: {
    connectionId: ConnectionId
    nameId: string
    userId: UserId
    createdAt: string
  }): Promise<void> {
    await db
      .insertInto('identities')
      .values({ ...identity, organisationId: tenant })
      .execute()
  },
})
