import { type Kysely, sql } from 'kysely'
import type { ConnectionId, OrganisationId } from '#shared/model/ids.ts'
import { preparedQuery } from '../prepared-query.ts'
import { type Tables, toFlag } from '../tables.ts'

const domainsOf = preparedQuery<{ tenant: OrganisationId; connectionId: ConnectionId }>()((db, value) =>
  db
    .selectFrom('connectionDomains')
    .select('domain')
    .where('organisationId', '=', value('tenant'))
    .where('connectionId', '=', value('connectionId'))
    .orderBy('position'),
)

export const connectionDomainStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  /** In their order. */
  async of(connectionId: ConnectionId): Promise<string[]> {
    const { rows } = await domainsOf.run(db, { tenant, connectionId })
    return rows.map(({ domain }) => domain)
  },

  async ofAll(): Promise<Map<string, string[]>> {
    const rows = await db
      .selectFrom('connectionDomains')
      .select(['connectionId', 'domain'])
      .where('organisationId', '=', tenant)
      .orderBy('position')
      .execute()
    const byConnection = new Map<string, string[]>()
    for (const { connectionId, domain } of rows) {
      byConnection.set(connectionId, [...(byConnection.get(connectionId) ?? []), domain])
    }
    return byConnection
  },

  /** Whose it is, where one of all organisations' providers has claimed it. */
  async claimant(domain: string): Promise<'ours' | 'other' | undefined> {
    const row = await db
      .selectFrom('connectionDomains')
      .select('organisationId')
      .where('domain', '=', domain)
      .where('claimed', '=', sql.lit(1))
      .executeTakeFirst()
    if (row === undefined) return undefined
    return row.organisationId === tenant ? 'ours' : 'other'
  },

  /** The provider of another organisation that has claimed it. */
  otherClaimant: (domain: string) =>
    db
      .selectFrom('connectionDomains')
      .select(['organisationId', 'connectionId'])
      .where('domain', '=', domain)
      .where('claimed', '=', sql.lit(1))
      .where('organisationId', '!=', tenant)
      .executeTakeFirst(),

  /**
   * Only inside a transaction: where the answer is a domain, undo it.
   * @param claimed claims them over all organisations; a unique index decides between claims made at once
   * @returns the first domain that another connection has claimed, or undefined where all are set
   */
  async replace(connectionId: ConnectionId, domains: readonly string[], claimed: boolean): Promise<string | undefined> {
    await db
      .deleteFrom('connectionDomains')
      .where('organisationId', '=', tenant)
      .where('connectionId', '=', connectionId)
      .execute()
    for (const [position, domain] of domains.entries()) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('connectionDomains')
        .values({ organisationId: tenant, connectionId, position, domain, claimed: toFlag(claimed) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows !== 1n) return domain
    }
    return undefined
  },
})
