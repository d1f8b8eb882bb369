import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type Kysely, sql } from 'kysely'

/** Settings, keys with scopes, invitations, proofs of domains, and a chain through the audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await organisations(db)
  await settings(db)
  await keysAndConnections(db)
  await newTables(db)
  await auditChain(db)
}

async function organisations(db: Kysely<unknown>) {
  await db.schema
    .alterTable('organisations')
    .addColumn('allowed_domains', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
  await db.schema.alterTable('organisations').addColumn('licence', 'text').execute()
}

async function settings(db: Kysely<unknown>) {
  const columns = { enforcement_scope: 'matching-domains', sso_redirect_url: 'start-url' }
  for (const [name, before] of Object.entries(columns)) {
    await db.schema
      .alterTable('policies')
      .addColumn(name, 'text', (column) => column.notNull().defaultTo(before))
      .execute()
  }
  const flags = { password_beside_sso: 1, require_domain_verification: 0, require_pilot: 0 }
  for (const [name, before] of Object.entries(flags)) {
    await db.schema
      .alterTable('policies')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(before))
      .execute()
  }
}

async function keysAndConnections(db: Kysely<unknown>) {
  await db.schema
    .alterTable('api_keys')
    .addColumn('scopes', 'text', (column) => column.notNull().defaultTo('["org:update"]'))
    .execute()
  for (const column of ['created_by', 'expires_at', 'last_used_at']) {
    await db.schema.alterTable('api_keys').addColumn(column, 'text').execute()
  }
  await db.schema.createIndex('api_keys_of').on('api_keys').columns(['organisation_id', 'created_at']).execute()
  await db.schema.createIndex('users_of').on('users').columns(['organisation_id', 'created_at', 'id']).execute()
  await db.schema
    .alterTable('connections')
    .addColumn('inherits_domains', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('connections')
    .addColumn('configured_at', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await sql`update connections set configured_at = updated_at`.execute(db)
}

async function newTables(db: Kysely<unknown>) {
  await ownedTable(db, 'invitations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('token_sha256', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('accepted_at', 'text')
    .addColumn('revoked_at', 'text')
    .execute()
  await db.schema.createIndex('invitations_to').on('invitations').columns(['organisation_id', 'email']).execute()
  await ownedTable(db, 'domain_proofs')
    .addColumn('domain', 'text', (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('verified_at', 'text')
    .addColumn('checked_at', 'text')
    .addColumn('problem', 'text')
    .addPrimaryKeyConstraint('domain_proofs_key', ['organisation_id', 'domain'])
    .execute()
  await ownedTable(db, 'outage_windows')
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('outage_windows_key', ['organisation_id'])
    .execute()
}

interface OldEvent {
  id: string
  organisationId: string
  sequence: number
  details: string
}

/** What was logged before gets its place in the chain. */
async function auditChain(db: Kysely<unknown>) {
  for (const column of ['previous_hash', 'hash']) {
    await db.schema
      .alterTable('audit_events')
      .addColumn(column, 'text', (definition) => definition.notNull().defaultTo(''))
      .execute()
  }
  const events = await sql<OldEvent>`
    select organisation_id, sequence, id, at, actor_kind, actor_id, action, subject_id, details
    from audit_events order by organisation_id, sequence`.execute(db)
  const heads = new Map<string, string>()
  for (const event of events.rows) {
    const previousHash = heads.get(event.organisationId) ?? '0'.repeat(64)
    const entry = { ...event, details: JSON.parse(event.details) as unknown, previousHash }
    const hash = createHash('sha256')
      .update(canonicalize(entry) ?? '', 'utf8')
      .digest('hex')
    heads.set(event.organisationId, hash)
    await sql`update audit_events set previous_hash = ${previousHash}, hash = ${hash} where id = ${event.id}`.execute(
      db,
    )
  }
}

/** A table whose every row belongs to one organisation. */
const ownedTable = (db: Kysely<unknown>, name: string) =>
  db.schema
    .createTable(name)
    .addColumn('organisation_id', 'text', (column) => column.notNull().references('organisations.id'))
