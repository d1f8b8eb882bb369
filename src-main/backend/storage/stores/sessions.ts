import type { Kysely } from 'kysely'
import type { ConnectionId, OrganisationId, SessionId, UserId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

export interface SessionRecord {
  readonly id: SessionId
  readonly userId: UserId
  readonly tokenSha256: string
  readonly connectionId: ConnectionId | null
  readonly nameId: string | null
  readonly sessionIndex: string | null
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
}

export const sessionStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(session: SessionRecord): Promise<void> {
    await db
      .insertInto('sessions')
      .values({ ...session, organisationId: tenant, endedAt: null })
      .execute()
  },

  /** One that was not ended; whether it is still in time is the caller's question. */
  byToken: (tokenSha256: string): Promise<SessionRecord | undefined> =>
    db
      .selectFrom('sessions')
      .selectAll()
      .where('organisationId', '=', tenant)
      .where('tokenSha256', '=', tokenSha256)
      .where('endedAt', 'is', null)
      .executeTakeFirst(),

  async touch(id: SessionId, lastSeenAt: string): Promise<void> {
    await db
      .updateTable('sessions')
      .set({ lastSeenAt })
      .where('organisationId', '=', tenant)
      .where('id', '=', id)
      .execute()
  },

  async end(id: SessionId, endedAt: string): Promise<void> {
    await db
      .updateTable('sessions')
      .set({ endedAt })
      .where('organisationId', '=', tenant)
      .where('id', '=', id)
      .where('endedAt', 'is', null)
      .execute()
  },
})
