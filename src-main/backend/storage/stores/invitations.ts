import type { Kysely } from 'kysely'
import type { InvitationId, OrganisationId } from '#shared/model/ids.ts'
import type { Role } from '#shared/model/outcome.ts'
import type { Page } from '../page.ts'
import type { Tables } from '../tables.ts'

export interface InvitationRecord {
  readonly id: InvitationId
  /** Lower case. */
  readonly email: string
  readonly role: Role
  readonly createdAt: string
  readonly expiresAt: string
  readonly acceptedAt: string | null
  readonly revokedAt: string | null
}

const columns = ['id', 'email', 'role', 'createdAt', 'expiresAt', 'acceptedAt', 'revokedAt'] as const

export const invitationStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () => db.selectFrom('invitations').select(columns).where('organisationId', '=', tenant)
  const set = (id: InvitationId, change: { acceptedAt: string } | { revokedAt: string }) =>
    db
      .updateTable('invitations')
      .set(change)
      .where('organisationId', '=', tenant)
      .where('id', '=', id)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .executeTakeFirst()
  return {
    async add(
      invitation: Omit<InvitationRecord, 'acceptedAt' | 'revokedAt'> & { readonly tokenSha256: string },
    ): Promise<void> {
      await db
        .insertInto('invitations')
        .values({ ...invitation, organisationId: tenant, acceptedAt: null, revokedAt: null })
        .execute()
    },

    byId: (id: InvitationId): Promise<InvitationRecord | undefined> => ours().where('id', '=', id).executeTakeFirst(),

    byToken: (tokenSha256: string): Promise<InvitationRecord | undefined> =>
      ours().where('tokenSha256', '=', tokenSha256).executeTakeFirst(),

    /** The newest to this address that nobody has accepted, whatever its state. */
    latestTo: (email: string): Promise<InvitationRecord | undefined> =>
      ours()
        .where('email', '=', email)
        .where('acceptedAt', 'is', null)
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),

    /** The oldest first. */
    list: ({ after, limit }: Page): Promise<InvitationRecord[]> => {
      const query =
        after === undefined
          ? ours()
          : ours().where(({ eb, refTuple, tuple }) =>
              eb(refTuple('createdAt', 'id'), '>', tuple(after[0], after[1] as InvitationId)),
            )
      return query.orderBy('createdAt').orderBy('id').limit(limit).execute()
    },

    async count(): Promise<number> {
      const { total } = await db
        .selectFrom('invitations')
        .select((expression) => expression.fn.countAll().as('total'))
        .where('organisationId', '=', tenant)
        .executeTakeFirstOrThrow()
      return Number(total)
    },

    /** @returns false where it was accepted or revoked before */
    accept: async (id: InvitationId, acceptedAt: string) => (await set(id, { acceptedAt })).numUpdatedRows === 1n,

    revoke: async (id: InvitationId, revokedAt: string) => (await set(id, { revokedAt })).numUpdatedRows === 1n,

    /** Whoever is invited again has one invitation: the new one. */
    async revokeAllTo(email: string, revokedAt: string): Promise<void> {
      await db
        .updateTable('invitations')
        .set({ revokedAt })
        .where('organisationId', '=', tenant)
        .where('email', '=', email)
        .where('acceptedAt', 'is', null)
        .where('revokedAt', 'is', null)
        .execute()
    },
  }
}
