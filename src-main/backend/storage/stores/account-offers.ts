import type { Kysely } from 'kysely'
import type { AttemptId, ConnectionId, OrganisationId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

/** Someone whom the identity provider vouched for and who has no account is asked whether they want one. */
export interface AccountOffer {
  readonly handleSha256: string
  readonly connectionId: ConnectionId
  /** Null where nobody asked for this login (IdP-initiated). */
  readonly browserSha256: string | null
  readonly attemptId: AttemptId
  /** JSON: who it is, as the verified assertion said. */
  readonly identity: string
  readonly sessionEndsAt: string | null
  readonly expiresAt: string
}

export const accountOfferStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(offer: AccountOffer): Promise<void> {
    await db
      .insertInto('accountOffers')
      .values({ ...offer, organisationId: tenant })
      .execute()
  },

  /** Takes it away: whoever comes second gets nothing. An expired one is taken away too, and not given. */
  async take(handleSha256: string, now: string): Promise<AccountOffer | undefined> {
    const row = await db
      .deleteFrom('accountOffers')
      .where('organisationId', '=', tenant)
      .where('handleSha256', '=', handleSha256)
      .returningAll()
      .executeTakeFirst()
    return row !== undefined && row.expiresAt > now ? row : undefined
  },
})
