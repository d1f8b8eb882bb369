import { type Kysely, sql } from 'kysely'
import type { ApiKeyId, ConnectionId, DirectoryId, OrganisationId } from '#shared/model/ids.ts'
import { preparedQuery } from './prepared-query.ts'
import { connectionFromRow } from './stores/connections.ts'
import type { Tables } from './tables.ts'

const tenantOfConnection = preparedQuery<{ id: ConnectionId }>()((db, value) =>
  db.selectFrom('connections').select('organisationId').where('id', '=', value('id')),
)

const connectionColumns = [
  'connections.id',
  'connections.organisationId',
  'connections.type',
  'connections.state',
  'connections.issuer',
  'connections.enabled',
  'connections.config',
  'connections.clientSecretSealed',
  'connections.clientSecretVersion',
  'connections.spCertificate',
  'connections.spPrivateKeySealed',
  'connections.inheritsDomains',
  'connections.configuredAt',
  'connections.createdAt',
  'connections.updatedAt',
] as const

/** One row for each of its domains, in their order. */
const connectionToSignInWith = preparedQuery<{ id: ConnectionId }>()((db, value) =>
  db
    .selectFrom('connections')
    .innerJoin('organisations', 'organisations.id', 'connections.organisationId')
    .leftJoin('connectionDomains as domains', 'domains.connectionId', 'connections.id')
    .select(connectionColumns)
    .select(['organisations.plan', 'organisations.licence', 'domains.domain'])
    .where('connections.id', '=', value('id'))
    .orderBy('domains.position'),
)

const tenantOfHandle = preparedQuery<{ handleSha256: string }>()((db, value) =>
  db.selectFrom('signInHandles').select('organisationId').where('handleSha256', '=', value('handleSha256')),
)

const tenantOfSession = preparedQuery<{ tokenSha256: string }>()((db, value) =>
  db.selectFrom('sessions').select('organisationId').where('tokenSha256', '=', value('tokenSha256')),
)

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
    return (await tenantOfConnection.first(db, { id }))?.organisationId
  },

  /** Everything about a connection that a sign-in asks before anyone is known, in one question: also whose it is and may use it. */
  async connectionToSignInWith(id: ConnectionId) {
    const { rows } = await connectionToSignInWith.run(db, { id })
    const [first] = rows
    if (first === undefined) return undefined
    const { plan, licence, domain: _, ...row } = first
    return {
      organisation: { id: row.organisationId, plan, licence },
      connection: {
        ...connectionFromRow(row),
        domains: rows.map(({ domain }) => domain).filter((domain) => domain !== null),
      },
    }
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
    return (await tenantOfHandle.first(db, { handleSha256 }))?.organisationId
  },

  async tenantOfOffer(handleSha256: string): Promise<OrganisationId | undefined> {
    const row = await db
      .selectFrom('accountOffers')
      .select('organisationId')
      .where('handleSha256', '=', handleSha256)
      .executeTakeFirst()
    return row?.organisationId
  },

  async tenantOfLink(tokenSha256: string): Promise<OrganisationId | undefined> {
    const row = await db
      .selectFrom('signInLinks')
      .select('organisationId')
      .where('tokenSha256', '=', tokenSha256)
      .executeTakeFirst()
    return row?.organisationId
  },

  /** Mail whose time to be sent has come, the longest waiting first. */
  mailsDue: (now: string, limit: number) =>
    db
      .selectFrom('mails')
      .select(['organisationId', 'id'])
      .where('nextTryAt', '<=', now)
      .where('expiresAt', '>', now)
      .orderBy('nextTryAt')
      .limit(limit)
      .execute(),

  /** Organisations where this address has an account, whatever its state, or an open invitation. */
  async tenantsOfAddress(email: string, now: string, limit: number): Promise<OrganisationId[]> {
    const rows = await db
      .selectFrom('users')
      .select('organisationId')
      .where('email', '=', email)
      .union(
        db
          .selectFrom('invitations')
          .select('organisationId')
          .where('email', '=', email)
          .where('acceptedAt', 'is', null)
          .where('revokedAt', 'is', null)
          .where('expiresAt', '>', now),
      )
      .limit(limit)
      .execute()
    return rows.map(({ organisationId }) => organisationId)
  },

  async tenantOfInvitation(tokenSha256: string): Promise<OrganisationId | undefined> {
    const row = await db
      .selectFrom('invitations')
      .select('organisationId')
      .where('tokenSha256', '=', tokenSha256)
      .executeTakeFirst()
    return row?.organisationId
  },

  async tenantOfDirectory(id: DirectoryId): Promise<OrganisationId | undefined> {
    const row = await db.selectFrom('directories').select('organisationId').where('id', '=', id).executeTakeFirst()
    return row?.organisationId
  },

  async tenantOfSetupLink(tokenSha256: string): Promise<OrganisationId | undefined> {
    const row = await db
      .selectFrom('setupLinks')
      .select('organisationId')
      .where('tokenSha256', '=', tokenSha256)
      .executeTakeFirst()
    return row?.organisationId
  },

  async tenantOfSession(tokenSha256: string): Promise<OrganisationId | undefined> {
    return (await tenantOfSession.first(db, { tokenSha256 }))?.organisationId
  },

  /** Accounts with a password under this address, those who may not sign in any more included, the oldest first: one person may belong to several organisations. */
  async passwordAccounts(email: string) {
    const rows = await db
      .selectFrom('users')
      .select(['organisationId', 'id', 'passwordHash'])
      .where('email', '=', email)
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
