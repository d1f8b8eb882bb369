import type { Kysely } from 'kysely'

/** What a first sign-in may make, and who counts as one customer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('policies')
    .addColumn('jit_single_account_only', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('policies')
    .addColumn('new_account', 'text', (column) => column.notNull().defaultTo('refuse'))
    .execute()
  await db.schema
    .alterTable('policies')
    .addColumn('group_sync', 'text', (column) => column.notNull().defaultTo('never'))
    .execute()
  await db.schema
    .alterTable('policies')
    .addColumn('group_roles', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
  await db.schema
    .alterTable('organisations')
    .addColumn('customer', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema.createIndex('organisations_of_customer').on('organisations').column('customer').execute()
}
