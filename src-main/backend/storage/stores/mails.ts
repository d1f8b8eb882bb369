import type { Kysely } from 'kysely'
import type { MailId, OrganisationId } from '#shared/model/ids.ts'
import type { Page } from '../page.ts'
import type { Tables } from '../tables.ts'

export interface MailRecord {
  readonly id: MailId
  readonly recipient: string
  readonly subject: string
  /** It holds links that sign in. */
  readonly textSealed: string
  readonly createdAt: string
  /** Then nothing in it works any more. */
  readonly expiresAt: string
  /** When it is to be sent; null where it waits to be read. */
  readonly nextTryAt: string | null
  readonly tries: number
}

const columns = ['id', 'recipient', 'subject', 'textSealed', 'createdAt', 'expiresAt', 'nextTryAt', 'tries'] as const

/** What is to be sent, or kept for the administrator to read. */
export const mailStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () => db.selectFrom('mails').select(columns).where('organisationId', '=', tenant)
  return {
    async add(mail: MailRecord): Promise<void> {
      await db
        .insertInto('mails')
        .values({ ...mail, organisationId: tenant })
        .execute()
    },

    byId: (id: MailId): Promise<MailRecord | undefined> => ours().where('id', '=', id).executeTakeFirst(),

    /** The newest first. */
    list: (now: string, { after, limit }: Page): Promise<MailRecord[]> => {
      let query = ours().where('expiresAt', '>', now)
      if (after !== undefined) {
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('createdAt', 'id'), '<', tuple(after[0], after[1] as MailId)),
        )
      }
      return query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute()
    },

    async count(now: string): Promise<number> {
      const { total } = await db
        .selectFrom('mails')
        .select((expression) => expression.fn.countAll().as('total'))
        .where('organisationId', '=', tenant)
        .where('expiresAt', '>', now)
        .executeTakeFirstOrThrow()
      return Number(total)
    },

    async postpone(id: MailId, nextTryAt: string, tries: number): Promise<void> {
      await db
        .updateTable('mails')
        .set({ nextTryAt, tries })
        .where('organisationId', '=', tenant)
        .where('id', '=', id)
        .execute()
    },

    async remove(id: MailId): Promise<void> {
      await db.deleteFrom('mails').where('organisationId', '=', tenant).where('id', '=', id).execute()
    },
  }
}
