import { type Kysely, Migrator } from 'kysely'
import { migrations } from './migrations/migrations.ts'
import { StorageRefused } from './storage-refused.ts'

/**
 * Brings the database to this version, whole or not at all.
 * @throws {StorageRefused} `newer` where it has migrations that this version does not know
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  const unknownMigration = error instanceof Error && error.message.startsWith('corrupted migrations')
  if (unknownMigration) throw new StorageRefused('newer', { cause: error })
  throw error
}
