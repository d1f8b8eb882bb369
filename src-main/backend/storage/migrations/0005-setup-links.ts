import { type Kysely, sql } from 'kysely'

/** Links under which a customer's IT sets up a connection. No two of an organisation are open at once, whoever writes them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('setup_links')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisations.id').onDelete('cascade'),
    )
    .addColumn('token_sha256', 'text', (column) => column.notNull().unique())
    .addColumn('connection_id', 'text', (column) => column.notNull().references('connections.id').onDelete('cascade'))
    .addColumn('provider', 'text')
    .addColumn('last_verdict', 'text')
    .addColumn('last_test_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('completed_at', 'text')
    .addColumn('revoked_at', 'text')
    .execute()
  await sql`create unique index setup_links_open on setup_links (organisation_id)
    where completed_at is null and revoked_at is null`.execute(db)
  await db.schema
    .createIndex('setup_links_of_connection')
    .on('setup_links')
    .columns(['organisation_id', 'connection_id'])
    .execute()
}
