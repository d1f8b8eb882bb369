import type { Kysely } from 'kysely'
import type { ApiKeyScope } from '#shared/model/api-key-scope.ts'
import type { ApiKeyId, OrganisationId, UserId } from '#shared/model/ids.ts'
import type { Page } from '../page.ts'
import type { Tables } from '../tables.ts'

export interface ApiKeyRecord {
  readonly id: ApiKeyId
  readonly name: string
  readonly scopes: readonly ApiKeyScope[]
  /** Null for the first one. */
  readonly createdBy: UserId | null
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

export interface NewApiKey extends Omit<ApiKeyRecord, 'lastUsedAt' | 'revokedAt'> {
  /** Of the whole key as it was shown, lower-case hexadecimal. */
  readonly secretSha256: string
}

const columns = ['id', 'name', 'scopes', 'createdBy', 'createdAt', 'expiresAt', 'lastUsedAt', 'revokedAt'] as const

export const apiKeyStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () => db.selectFrom('apiKeys').select(columns).where('organisationId', '=', tenant)
  return {
    async add(key: NewApiKey): Promise<void> {
      const row = { ...key, scopes: JSON.stringify(key.scopes), organisationId: tenant }
      await db
        .insertInto('apiKeys')
        .values({ ...row, lastUsedAt: null, revokedAt: null })
        .execute()
    },

    async byId(id: ApiKeyId): Promise<ApiKeyRecord | undefined> {
      const row = await ours().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    /** The oldest first. */
    async list({ after, limit }: Page): Promise<ApiKeyRecord[]> {
      const query =
        after === undefined
          ? ours()
          : ours().where(({ eb, refTuple, tuple }) =>
              eb(refTuple('createdAt', 'id'), '>', tuple(after[0], after[1] as ApiKeyId)),
            )
      return (await query.orderBy('createdAt').orderBy('id').limit(limit).execute()).map(fromRow)
    },

    /** Neither revoked nor expired. */
    async usable(now: string): Promise<ApiKeyRecord[]> {
      const rows = await ours()
        .where('revokedAt', 'is', null)
        .where((where) => where.or([where('expiresAt', 'is', null), where('expiresAt', '>', now)]))
        .execute()
      return rows.map(fromRow)
    },

    async count(): Promise<number> {
      const { total } = await db
        .selectFrom('apiKeys')
        .select((expression) => expression.fn.countAll().as('total'))
        .where('organisationId', '=', tenant)
        .executeTakeFirstOrThrow()
      return Number(total)
    },

    async touch(id: ApiKeyId, lastUsedAt: string): Promise<void> {
      await db
        .updateTable('apiKeys')
        .set({ lastUsedAt })
        .where('organisationId', '=', tenant)
        .where('id', '=', id)
        .execute()
    },

    async revoke(id: ApiKeyId, revokedAt: string): Promise<void> {
      await db
        .updateTable('apiKeys')
        .set({ revokedAt })
        .where('organisationId', '=', tenant)
        .where('id', '=', id)
        .where('revokedAt', 'is', null)
        .execute()
    },
  }
}

const fromRow = (row: Pick<Tables['apiKeys'], (typeof columns)[number]>): ApiKeyRecord => ({
  ...row,
  scopes: JSON.parse(row.scopes) as ApiKeyScope[],
})
