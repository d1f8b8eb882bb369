import type { Kysely } from 'kysely'
import type { OrganisationId, UserId } from '#shared/model/ids.ts'
import type { Role } from '#shared/model/outcome.ts'
import type { Tables } from '../tables.ts'

export interface UserRecord {
  readonly id: UserId
  /** Lower case; unique within the organisation. */
  readonly email: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly role: Role
  readonly status: Tables['users']['status']
  readonly createdAt: string
  readonly lastSignInAt: string | null
}

export interface ProfileChange {
  readonly email?: string
  readonly givenName?: string
  readonly familyName?: string
  readonly lastSignInAt?: string
}

const columns = ['id', 'email', 'givenName', 'familyName', 'role', 'status', 'createdAt', 'lastSignInAt'] as const

export const userStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () => db.selectFrom('users').select(columns).where('organisationId', '=', tenant)
  return {
    async add(user: UserRecord, passwordHash: string | null): Promise<void> {
      await db
        .insertInto('users')
        .values({ ...user, organisationId: tenant, passwordHash })
        .execute()
    },

    list: (): Promise<UserRecord[]> =>
      ours().where('status', '!=', 'removed').orderBy('createdAt').orderBy('id').execute(),

    byId: (id: UserId): Promise<UserRecord | undefined> => ours().where('id', '=', id).executeTakeFirst(),

    byEmail: (email: string): Promise<UserRecord | undefined> => ours().where('email', '=', email).executeTakeFirst(),

    async change(id: UserId, change: ProfileChange): Promise<void> {
      await db.updateTable('users').set(change).where('id', '=', id).where('organisationId', '=', tenant).execute()
    },
  }
}
