import { type Kysely, sql } from 'kysely'
import type { ApiKeyId, ConnectionId, OrganisationId } from '#shared/model/ids.ts'
import type { Tables } from './tables.ts'

/**
 * Every question asked before the tenant is known, and no other. Each answers whose it is and what is needed to prove it;
 * everything else is read from that tenant's own stores.
 */
export const directory = (db: Kysely<Tables>) => ({
  async apiKey(id: ApiKeyId) {
    return db
      .selectFrom('apiKeys')
      .select(['organisationId', 'secretSha256', 'scopes', 'createdBy', 'expiresAt', 'lastUsedAt', 'revokedAt'])
      .where('id', '=', id)
      .executeTakeFirst()
  },

  async tenantOfConnection(id: ConnectionId): Promise<OrganisationId | undefined> {
    const row = await db.selectFrom('connections').select('organisationId').where('id', '=', id).executeTakeFirst()
    return row?.organisationId
  },

  /** The published, enabled connection that claims this e-mail domain. */
  async connectionOfDomain(domain: string) {
    const row = await db
      .selectFrom('connectionDomains as domains')
      .innerJoin('connections', 'connections.id', 'domains.connectionId')
      .select(['connections.id', 'connections.organisationId'])
      .where('domains.domain', '=', domain)
      .where('domains.claimed', '=', sql.lit(1))
      .where('connections.enabled', '=', 1)
      .executeTakeFirst()
    return row && { organisationId: row.organisationId, connectionId: row.id }
  },

  async tenantOfHandle(handleSha256: string): Promise<OrganisationId | undefined> {
    const row = await db
      .selectFrom('signInHandles')
      .select('organisationId')
      .where('handleSha256', '=', handleSha256)
      .executeTakeFirst()
    return row?.organisationId
  },

  async tenantOfInvitation(tokenSha256: string): Promise<OrganisationId | undefined> {
    const row = await db
      .selectFrom('invitations')
      .select('organisationId')
      .where('tokenSha256', '=', tokenSha256)
      .executeTakeFirst()
    return row?.organisationId
  },

  async tenantOfSession(tokenSha256: string): Promise<OrganisationId | undefined> {
    const row = await db
      .selectFrom('sessions')
      .select('organisationId')
      .where('tokenSha256', '=', tokenSha256)
      .executeTakeFirst()
    return row?.organisationId
  },

  /** Active accounts with a password under this address, the oldest first: one person may belong to several organisations. */
  async passwordAccounts(email: string) {
    const rows = await db
      .selectFrom('users')
      .select(['organisationId', 'id', 'passwordHash'])
      .where('email', '=', email)
      .where('status', '=', 'active')
      .where('passwordHash', 'is not', null)
      .orderBy('createdAt')
      .orderBy('id')
      .execute()
    return rows.map(({ organisationId, id, passwordHash }) => ({
      organisationId,
      userId: id,
      passwordHash: passwordHash ?? '',
    }))
  },
})
export type Directory = ReturnType<typeof directory>
