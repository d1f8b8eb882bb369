import type { Kysely } from 'kysely'
import type { ConnectionId, OrganisationId, UserId } from '#shared/model/ids.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

type Naming = Pick<Tables['identities'], 'connectionId' | 'nameId'> & { readonly tenant: OrganisationId }

const userOf = preparedQuery<Naming>()((db, value) =>
  db
    .selectFrom('identities')
    .select('userId')
    .where('organisationId', '=', value('tenant'))
    .where('connectionId', '=', value('connectionId'))
    .where('nameId', '=', value('nameId')),
)

/** Who a person is to an identity provider: the key is (connection, NameID), and an e-mail address never is. */
export const identityStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async userOf(connectionId: ConnectionId, nameId: string): Promise<UserId | undefined> {
    return (await userOf.first(db, { tenant, connectionId, nameId }))?.userId
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
