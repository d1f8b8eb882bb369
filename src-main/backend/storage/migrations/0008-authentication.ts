import type { Kysely } from 'kysely'

/** How the identity provider says it made sure of the person: kept with the session, to be shown. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['sign_in_handles', 'sessions']) {
    await db.schema.alterTable(table).addColumn('authn_context', 'text').execute()
  }
}
