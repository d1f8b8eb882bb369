import { type Kysely, sql } from 'kysely'

/** Links by mail, mail that waits, accounts that are offered, and what a single logout has to know of a session. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['sign_in_handles', 'sessions']) {
    await db.schema.alterTable(table).addColumn('name_id_format', 'text').execute()
  }
  await db.schema
    .alterTable('sessions')
    .addColumn('way', 'text', (column) => column.notNull().defaultTo('password'))
    .execute()
  await sql`update sessions set way = 'single-sign-on' where connection_id is not null`.execute(db)
  await db.schema
    .createIndex('sessions_of_name')
    .on('sessions')
    .columns(['organisation_id', 'connection_id', 'name_id'])
    .execute()
  await db.schema.createIndex('invitations_by_email').on('invitations').column('email').execute()
  await links(db)
  await mails(db)
  await offers(db)
}

async function links(db: Kysely<unknown>) {
  await ownedTable(db, 'sign_in_links')
    .addColumn('token_sha256', 'text', (column) => column.primaryKey())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('sign_in_links_to').on('sign_in_links').columns(['organisation_id', 'email']).execute()
  await expiryIndex(db, 'sign_in_links')
}

async function mails(db: Kysely<unknown>) {
  await ownedTable(db, 'mails')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('text_sealed', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('next_try_at', 'text')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('mails_of').on('mails').columns(['organisation_id', 'created_at', 'id']).execute()
  await db.schema.createIndex('mails_due').on('mails').column('next_try_at').execute()
  await expiryIndex(db, 'mails')
}

async function offers(db: Kysely<unknown>) {
  await ownedTable(db, 'account_offers')
    .addColumn('handle_sha256', 'text', (column) => column.primaryKey())
    .addColumn('connection_id', 'text', (column) => column.notNull().references('connections.id').onDelete('cascade'))
    .addColumn('browser_sha256', 'text')
    .addColumn('attempt_id', 'text', (column) => column.notNull())
    .addColumn('identity', 'text', (column) => column.notNull())
    .addColumn('session_ends_at', 'text')
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await expiryIndex(db, 'account_offers')
}

const expiryIndex = (db: Kysely<unknown>, table: string) =>
  db.schema.createIndex(`${table}_expiry`).on(table).column('expires_at').execute()

/** A table whose every row belongs to one organisation. */
const ownedTable = (db: Kysely<unknown>, name: string) =>
  db.schema
    .createTable(name)
    .addColumn('organisation_id', 'text', (column) => column.notNull().references('organisations.id'))
