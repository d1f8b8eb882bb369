import type { Kysely } from 'kysely'
import type { AttemptId, ConnectionId, OrganisationId, UserId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

export interface SignInHandle {
  readonly handleSha256: string
  readonly purpose: 'finish' | 'confirm'
  readonly userId: UserId
  readonly connectionId: ConnectionId
  /** Null where nobody asked for this login (IdP-initiated). */
  readonly browserSha256: string | null
  readonly attemptId: AttemptId
  readonly nameId: string
  readonly nameIdFormat: string | null
  readonly sessionIndex: string | null
  /** The identity provider's own limit for the session (SessionNotOnOrAfter). */
  readonly sessionEndsAt: string | null
  readonly expiresAt: string
}

export const signInHandleStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(handle: SignInHandle): Promise<void> {
    await db
      .insertInto('signInHandles')
      .values({ ...handle, organisationId: tenant })
      .execute()
  },

  /** Takes it away: whoever comes second gets nothing. An expired one is taken away too, and not given. */
  async take(handleSha256: string, purpose: SignInHandle['purpose'], now: string): Promise<SignInHandle | undefined> {
    const row = await db
      .deleteFrom('signInHandles')
      .where('organisationId', '=', tenant)
      .where('handleSha256', '=', handleSha256)
      .where('purpose', '=', purpose)
      .returningAll()
      .executeTakeFirst()
    return row !== undefined && row.expiresAt > now ? row : undefined
  },
})
