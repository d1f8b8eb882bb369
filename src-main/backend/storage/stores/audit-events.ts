import type { Kysely } from 'kysely'
import type { AuditEventId, OrganisationId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

export interface AuditEvent {
  readonly id: AuditEventId
  readonly at: string
  readonly actorKind: 'api-key' | 'user' | 'system'
  readonly actorId: string | null
  /** `sso.provider.created` and the like. */
  readonly action: string
  readonly subjectId: string | null
  /** What changed, secrets masked. */
  readonly details: unknown
}

export const auditStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  /** Inside the transaction that did it: what happened and that it happened stand or fall together. */
  async add(event: AuditEvent): Promise<void> {
    const { last } = await db
      .selectFrom('auditEvents')
      .select((query) => query.fn.max('sequence').as('last'))
      .where('organisationId', '=', tenant)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('auditEvents')
      .values({
        ...event,
        organisationId: tenant,
        sequence: Number(last ?? 0) + 1,
        details: JSON.stringify(event.details),
      })
      .execute()
  },

  /** In the order they happened. */
  async list(): Promise<AuditEvent[]> {
    const rows = await db
      .selectFrom('auditEvents')
      .select(['id', 'at', 'actorKind', 'actorId', 'action', 'subjectId', 'details'])
      .where('organisationId', '=', tenant)
      .orderBy('sequence')
      .execute()
    return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as unknown }))
  },
})
