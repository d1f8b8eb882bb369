import type { Kysely } from 'kysely'

/** What directories say of people and groups (RFC 7643). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await ownedTable(db, 'scim_users')
    .addColumn('user_id', 'text', (column) => column.primaryKey().references('users.id').onDelete('cascade'))
    .addColumn('user_name', 'text', (column) => column.notNull())
    .addColumn('user_name_key', 'text', (column) => column.notNull())
    .addColumn('external_id', 'text')
    .addColumn('deleted_at', 'text')
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('scim_user_names', ['organisation_id', 'user_name_key'])
    .execute()
  await ownedTable(db, 'scim_groups')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('display_name', 'text', (column) => column.notNull())
    .addColumn('display_name_key', 'text', (column) => column.notNull())
    .addColumn('external_id', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('scim_group_names', ['organisation_id', 'display_name_key'])
    .execute()
  await ownedTable(db, 'scim_group_members')
    .addColumn('group_id', 'text', (column) => column.notNull().references('scim_groups.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('scim_group_members_key', ['group_id', 'user_id'])
    .execute()
  await db.schema.createIndex('scim_groups_of_user').on('scim_group_members').column('user_id').execute()
}

const ownedTable = (db: Kysely<unknown>, name: string) =>
  db.schema
    .createTable(name)
    .addColumn('organisation_id', 'text', (column) => column.notNull().references('organisations.id'))
