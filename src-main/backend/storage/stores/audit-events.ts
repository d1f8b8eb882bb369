import type { Kysely } from 'kysely'
import type { OrganisationId } from '#shared/model/ids.ts'
import { CHAIN_START, type ChainedEvent, chainHash } from '../audit-chain.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

export type AuditEvent = Omit<ChainedEvent, 'organisationId' | 'sequence' | 'previousHash'>

export interface StoredAuditEvent extends ChainedEvent {
  readonly hash: string
}

export interface AuditFilter {
  readonly action?: string | undefined
  /** Id of what was changed. */
  readonly subject?: string | undefined
}

export interface AuditPage extends AuditFilter {
  /** Events before this one in the chain. */
  readonly before?: number | undefined
  readonly limit: number
}

const last = preparedQuery<{ tenant: OrganisationId }>()((db, value) =>
  db
    .selectFrom('auditEvents')
    .select(['sequence', 'hash'])
    .where('organisationId', '=', value('tenant'))
    .orderBy('sequence', 'desc')
    .limit(1),
)

const add = preparedQuery<Tables['auditEvents']>()((db, value) => {
  const place = value.of('id', 'organisationId', 'sequence', 'previousHash', 'hash')
  const event = value.of('at', 'actorKind', 'actorId', 'action', 'subjectId', 'details')
  return db.insertInto('auditEvents').values({ ...place, ...event })
})

export const auditStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () => db.selectFrom('auditEvents').selectAll().where('organisationId', '=', tenant)
  return {
    /** Inside the transaction that did it: what happened and that it happened stand or fall together. */
    async add(event: AuditEvent): Promise<void> {
      const before = await last.first(db, { tenant })
      const chained: ChainedEvent = {
        ...event,
        organisationId: tenant,
        sequence: (before?.sequence ?? 0) + 1,
        previousHash: before?.hash ?? CHAIN_START,
      }
      await add.run(db, { ...chained, details: JSON.stringify(event.details), hash: chainHash(chained) })
    },

    /** In the order they happened, after the one of this number. */
    async list(after = 0, limit = 10_000): Promise<StoredAuditEvent[]> {
      const rows = await ours().where('sequence', '>', after).orderBy('sequence').limit(limit).execute()
      return rows.map(fromRow)
    },

    /** The newest first. */
    async page({ before, limit, action, subject }: AuditPage): Promise<StoredAuditEvent[]> {
      let query = ours()
      if (before !== undefined) query = query.where('sequence', '<', before)
      if (action !== undefined) query = query.where('action', '=', action)
      if (subject !== undefined) query = query.where('subjectId', '=', subject)
      const rows = await query.orderBy('sequence', 'desc').limit(limit).execute()
      return rows.map(fromRow)
    },

    async count({ action, subject }: AuditFilter = {}): Promise<number> {
      let query = db
        .selectFrom('auditEvents')
        .select((expression) => expression.fn.countAll().as('total'))
        .where('organisationId', '=', tenant)
      if (action !== undefined) query = query.where('action', '=', action)
      if (subject !== undefined) query = query.where('subjectId', '=', subject)
      const { total } = await query.executeTakeFirstOrThrow()
      return Number(total)
    },
  }
}

const fromRow = (row: Tables['auditEvents']): StoredAuditEvent => ({
  ...row,
  details: JSON.parse(row.details) as unknown,
})
