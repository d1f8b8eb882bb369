import type { Kysely } from 'kysely'
import type { OrganisationId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

export interface SignInLink {
  readonly tokenSha256: string
  /** Lower case. */
  readonly email: string
  readonly createdAt: string
  readonly expiresAt: string
}

export const signInLinkStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  /** Takes the place of every earlier one to this address. */
  async put(link: SignInLink): Promise<void> {
    await db.deleteFrom('signInLinks').where('organisationId', '=', tenant).where('email', '=', link.email).execute()
    await db
      .insertInto('signInLinks')
      .values({ ...link, organisationId: tenant })
      .execute()
  },

  /** Without using it up. */
  async read(tokenSha256: string, now: string): Promise<SignInLink | undefined> {
    return db
      .selectFrom('signInLinks')
      .select(['tokenSha256', 'email', 'createdAt', 'expiresAt'])
      .where('organisationId', '=', tenant)
      .where('tokenSha256', '=', tokenSha256)
      .where('expiresAt', '>', now)
      .executeTakeFirst()
  },

  /** Takes it away: whoever comes second gets nothing. An expired one is taken away too, and not given. */
  async take(tokenSha256: string, now: string): Promise<SignInLink | undefined> {
    const row = await db
      .deleteFrom('signInLinks')
      .where('organisationId', '=', tenant)
      .where('tokenSha256', '=', tokenSha256)
      .returning(['tokenSha256', 'email', 'createdAt', 'expiresAt'])
      .executeTakeFirst()
    return row !== undefined && row.expiresAt > now ? row : undefined
  },
})
