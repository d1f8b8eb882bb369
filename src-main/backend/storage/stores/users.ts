import type { Kysely } from 'kysely'
import type { OrganisationId, UserId } from '#shared/model/ids.ts'
import type { Role } from '#shared/model/outcome.ts'
import type { Page } from '../page.ts'
import { preparedQuery } from '../prepared-query.ts'
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
  readonly role?: Role
  readonly status?: UserRecord['status']
  /** Null forgets it. */
  readonly passwordHash?: string | null
  readonly givenName?: string | null
  readonly familyName?: string | null
  readonly lastSignInAt?: string
}

const present: readonly UserRecord['status'][] = ['active', 'deactivated']
export const userColumns = [
  'users.id',
  'users.email',
  'users.givenName',
  'users.familyName',
  'users.role',
  'users.status',
  'users.createdAt',
  'users.lastSignInAt',
] as const

const byId = preparedQuery<{ tenant: OrganisationId; id: UserId }>()((db, value) =>
  db
    .selectFrom('users')
    .select(userColumns)
    .where('organisationId', '=', value('tenant'))
    .where('id', '=', value('id')),
)

const byEmail = preparedQuery<{ tenant: OrganisationId; email: string }>()((db, value) =>
  db
    .selectFrom('users')
    .select(userColumns)
    .where('organisationId', '=', value('tenant'))
    .where('email', '=', value('email')),
)

/** What every sign-in writes. */
type SignedIn = Pick<UserRecord, 'givenName' | 'familyName' | 'role' | 'status' | 'lastSignInAt'>

const signedIn = preparedQuery<SignedIn & { tenant: OrganisationId; id: UserId }>()((db, value) =>
  db
    .updateTable('users')
    .set(value.of('givenName', 'familyName', 'role', 'status', 'lastSignInAt'))
    .where('organisationId', '=', value('tenant'))
    .where('id', '=', value('id')),
)

export const userStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () => db.selectFrom('users').select(userColumns).where('organisationId', '=', tenant)
  return {
    async add(user: UserRecord, passwordHash: string | null): Promise<void> {
      await db
        .insertInto('users')
        .values({ ...user, organisationId: tenant, passwordHash })
        .execute()
    },

    /** Of those who were not removed, or of these states; the oldest first. */
    list: (page?: Page, states: readonly UserRecord['status'][] = present): Promise<UserRecord[]> => {
      let query = ours().where('status', 'in', states).orderBy('createdAt').orderBy('id')
      if (page !== undefined) query = query.limit(page.limit)
      const after = page?.after
      if (after !== undefined) {
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('createdAt', 'id'), '>', tuple(after[0], after[1] as UserId)),
        )
      }
      return query.execute()
    },

    async count(states: readonly UserRecord['status'][] = present): Promise<number> {
      const { total } = await db
        .selectFrom('users')
        .select((expression) => expression.fn.countAll().as('total'))
        .where('organisationId', '=', tenant)
        .where('status', 'in', states)
        .executeTakeFirstOrThrow()
      return Number(total)
    },

    /** Active ones. */
    owners: (): Promise<UserRecord[]> => ours().where('role', '=', 'owner').where('status', '=', 'active').execute(),

    byId: (id: UserId): Promise<UserRecord | undefined> => byId.first(db, { tenant, id }),

    byEmail: (email: string): Promise<UserRecord | undefined> => byEmail.first(db, { tenant, email }),

    async signedIn(id: UserId, { givenName, familyName, role, status, lastSignInAt }: SignedIn): Promise<void> {
      await signedIn.run(db, { tenant, id, givenName, familyName, role, status, lastSignInAt })
    },

    async change(id: UserId, change: ProfileChange): Promise<void> {
      await db.updateTable('users').set(change).where('id', '=', id).where('organisationId', '=', tenant).execute()
    },
  }
}
