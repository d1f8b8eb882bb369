import type { Kysely } from 'kysely'
import type { ApiKeyId, OrganisationId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

export interface NewApiKey {
  readonly id: ApiKeyId
  readonly name: string
  /** Of the whole key as it was shown, lower-case hexadecimal. */
  readonly secretSha256: string
  readonly createdAt: string
}

export const apiKeyStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(key: NewApiKey): Promise<void> {
    await db
      .insertInto('apiKeys')
      .values({ ...key, organisationId: tenant, revokedAt: null })
      .execute()
  },
})
