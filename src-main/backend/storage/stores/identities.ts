import type { Kysely } from 'kysely'
import type { ConnectionId, OrganisationId, UserId } from '#shared/model/ids.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'
import { type UserRecord, userColumns } from './users.ts'

type Naming = Pick<Tables['identities'], 'connectionId' | 'nameId'> & { readonly tenant: OrganisationId }

const userOf = preparedQuery<Naming>()((db, value) =>
  db
    .selectFrom('identities')
    .innerJoin('users', 'users.id', 'identities.userId')
    .select(userColumns)
    .where('identities.organisationId', '=', value('tenant'))
    .where('users.organisationId', '=', value('tenant'))
    .where('identities.connectionId', '=', value('connectionId'))
    .where('identities.nameId', '=', value('nameId')),
)

/** Who a person is to an identity provider: the key is (connection, NameID), and an e-mail address never is. */
export const identityStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  userOf: (connectionId: ConnectionId, nameId: string): Promise<UserRecord | undefined> =>
    userOf.first(db, { tenant, connectionId, nameId }),

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
