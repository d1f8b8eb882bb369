import type { Kysely } from 'kysely'
import type { OrganisationId } from '#shared/model/ids.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

export interface OrganisationRecord {
  readonly name: string
  readonly plan: string
  /** Whom the operator made it for; empty where that is not known. */
  readonly customer: string
  /** E-mail domains its providers may claim; empty: any. */
  readonly allowedDomains: readonly string[]
  /** The signed licence file, as it was handed in. */
  readonly licence: string | null
  readonly createdAt: string
}

type NewOrganisation = Omit<OrganisationRecord, 'allowedDomains' | 'licence'>

const columns = ['name', 'plan', 'customer', 'allowedDomains', 'licence', 'createdAt'] as const

const read = preparedQuery<{ tenant: OrganisationId }>()((db, value) =>
  db.selectFrom('organisations').select(columns).where('id', '=', value('tenant')),
)

export const organisationStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(organisation: NewOrganisation): Promise<void> {
    await db
      .insertInto('organisations')
      .values({ id: tenant, allowedDomains: '[]', licence: null, ...organisation })
      .execute()
  },

  /** @throws where the tenant does not exist: a store is opened only for one that does */
  async read(): Promise<OrganisationRecord> {
    const row = await read.first(db, { tenant })
    if (row === undefined) throw new TypeError('a store is opened for an organisation that exists')
    return { ...row, allowedDomains: JSON.parse(row.allowedDomains) as string[] }
  },

  async change(change: Partial<Pick<OrganisationRecord, 'name' | 'allowedDomains' | 'licence'>>): Promise<void> {
    const { allowedDomains, ...rest } = change
    const row = { ...rest, ...(allowedDomains !== undefined && { allowedDomains: JSON.stringify(allowedDomains) }) }
    await db.updateTable('organisations').set(row).where('id', '=', tenant).execute()
  },

  /** Whether the operator made more than this one for the customer. Says nothing else of the others. */
  async hasSiblings(): Promise<boolean> {
    const row = await db
      .selectFrom('organisations as ours')
      .innerJoin('organisations as other', 'other.customer', 'ours.customer')
      .select('other.id')
      .where('ours.id', '=', tenant)
      .where('ours.customer', '!=', '')
      .whereRef('other.id', '!=', 'ours.id')
      .executeTakeFirst()
    return row !== undefined
  },
})
