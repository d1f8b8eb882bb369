import type { Kysely } from 'kysely'
import type { OrganisationId, UserId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'
import type { UserRecord } from './users.ts'

/** An account as a directory sees it; where none has named it, its user name is its address. */
export type ScimUserRecord = Pick<
  UserRecord,
  'id' | 'email' | 'givenName' | 'familyName' | 'role' | 'status' | 'createdAt'
> & {
  readonly userName: string | null
  readonly externalId: string | null
  readonly deletedAt: string | null
  readonly changedAt: string | null
}

/** Compared exactly; names and addresses in lower case. */
export interface ScimUserFilter {
  readonly by: 'id' | 'userName' | 'email' | 'externalId'
  readonly value: string
}

const columns = [
  ...(['users.id', 'users.email', 'users.givenName', 'users.familyName', 'users.role', 'users.status'] as const),
  ...(['users.createdAt', 'scimUsers.userName', 'scimUsers.externalId'] as const),
  ...(['scimUsers.deletedAt', 'scimUsers.changedAt'] as const),
] as const

export const scimUserStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = (filter: ScimUserFilter | undefined) => {
    const known = db
      .selectFrom('users')
      .leftJoin('scimUsers', 'scimUsers.userId', 'users.id')
      .where('users.organisationId', '=', tenant)
      .where('users.status', '!=', 'removed')
      .where('scimUsers.deletedAt', 'is', null)
    switch (filter?.by) {
      case undefined:
        return known
      case 'id':
        return known.where('users.id', '=', filter.value as UserId)
      case 'email':
        return known.where('users.email', '=', filter.value)
      case 'externalId':
        return known.where('scimUsers.externalId', '=', filter.value)
      case 'userName':
        return known.where(({ eb, fn }) => eb(fn.coalesce('scimUsers.userNameKey', 'users.email'), '=', filter.value))
    }
  }
  return {
    /** The oldest first. @param page left out: all */
    list(filter?: ScimUserFilter, page?: { offset: number; limit: number }): Promise<ScimUserRecord[]> {
      const query = ours(filter).select(columns).orderBy('users.createdAt').orderBy('users.id')
      return (page === undefined ? query : query.offset(page.offset).limit(page.limit)).execute()
    },

    async count(filter?: ScimUserFilter): Promise<number> {
      const { total } = await ours(filter)
        .select((expression) => expression.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      return Number(total)
    },

    /** One that the directory deleted too. */
    named: (userNameKey: string): Promise<{ userId: UserId } | undefined> =>
      db
        .selectFrom('scimUsers')
        .select('userId')
        .where('organisationId', '=', tenant)
        .where('userNameKey', '=', userNameKey)
        .executeTakeFirst(),

    async isDeleted(userId: UserId): Promise<boolean> {
      const row = await db
        .selectFrom('scimUsers')
        .select('deletedAt')
        .where('organisationId', '=', tenant)
        .where('userId', '=', userId)
        .executeTakeFirst()
      return row?.deletedAt != null
    },

    async put(user: Omit<Tables['scimUsers'], 'organisationId' | 'userNameKey'>): Promise<void> {
      const row = { ...user, userNameKey: user.userName.toLowerCase() }
      const { userId: _, ...change } = row
      await db
        .insertInto('scimUsers')
        .values({ ...row, organisationId: tenant })
        .onConflict((conflict) =>
          conflict.column('userId').doUpdateSet(change).where('scimUsers.organisationId', '=', tenant),
        )
        .execute()
    },
  }
}
