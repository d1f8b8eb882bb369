import type { Kysely } from 'kysely'

/** What a sign-out at an OpenID provider takes: the ID Token that it wants shown, and sessions found by its name for them alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('id_tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organisation_id', 'text', (column) => column.notNull().references('organisations.id'))
    .addColumn('connection_id', 'text', (column) => column.notNull().references('connections.id').onDelete('cascade'))
    .addColumn('token_sealed', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('id_tokens_expiry').on('id_tokens').column('expires_at').execute()
  await db.schema
    .createIndex('sessions_of_index')
    .on('sessions')
    .columns(['organisation_id', 'connection_id', 'session_index'])
    .execute()
}
