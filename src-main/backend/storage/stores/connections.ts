import type { Kysely } from 'kysely'
import type { ConnectionId, OrganisationId } from '#shared/model/ids.ts'
import { keepResults } from '../../keep-results.ts'
import type { Page } from '../page.ts'
import { preparedQuery } from '../prepared-query.ts'
import { type Tables, toFlag } from '../tables.ts'

export type ConnectionState = 'draft' | 'published'

export interface ConnectionRecord {
  readonly id: ConnectionId
  readonly type: 'saml' | 'oidc'
  readonly state: ConnectionState
  readonly issuer: string | null
  readonly enabled: boolean
  /** Without secrets, and not to be changed in place; its shape is the connections' affair, not the store's. */
  readonly config: unknown
  readonly clientSecretSealed: string | null
  readonly clientSecretVersion: string | null
  readonly spCertificate: string | null
  readonly spPrivateKeySealed: string | null
  /** It names no domains of its own and has those the organisation allows. */
  readonly inheritsDomains: boolean
  /** When what decides a login was changed last. */
  readonly configuredAt: string
  readonly createdAt: string
  readonly updatedAt: string
}

const byId = preparedQuery<{ tenant: OrganisationId; id: ConnectionId }>()((db, value) =>
  db.selectFrom('connections').selectAll().where('organisationId', '=', value('tenant')).where('id', '=', value('id')),
)

export const connectionStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () => db.selectFrom('connections').selectAll().where('organisationId', '=', tenant)
  return {
    async add(connection: ConnectionRecord): Promise<void> {
      await db
        .insertInto('connections')
        .values({ ...asRow(connection), organisationId: tenant })
        .execute()
    },

    async byId(id: ConnectionId): Promise<ConnectionRecord | undefined> {
      const row = await byId.first(db, { tenant, id })
      return row && connectionFromRow(row)
    },

    /** The oldest first. */
    async page(state: ConnectionState, { after, limit }: Page): Promise<ConnectionRecord[]> {
      let query = ours().where('state', '=', state)
      if (after !== undefined) {
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('createdAt', 'id'), '>', tuple(after[0], after[1] as ConnectionId)),
        )
      }
      return (await query.orderBy('createdAt').orderBy('id').limit(limit).execute()).map(connectionFromRow)
    },

    async count(state: ConnectionState): Promise<number> {
      const { total } = await db
        .selectFrom('connections')
        .select((expression) => expression.fn.countAll().as('total'))
        .where('organisationId', '=', tenant)
        .where('state', '=', state)
        .executeTakeFirstOrThrow()
      return Number(total)
    },

    async list(state: ConnectionState): Promise<ConnectionRecord[]> {
      const rows = await ours().where('state', '=', state).orderBy('createdAt').orderBy('id').execute()
      return rows.map(connectionFromRow)
    },

    async put(connection: ConnectionRecord): Promise<void> {
      const { id, ...rest } = asRow(connection)
      await db.updateTable('connections').set(rest).where('id', '=', id).where('organisationId', '=', tenant).execute()
    },

    async remove(id: ConnectionId): Promise<void> {
      await db.deleteFrom('connections').where('id', '=', id).where('organisationId', '=', tenant).execute()
    },
  }
}

const asRow = (connection: ConnectionRecord) => ({
  ...connection,
  enabled: toFlag(connection.enabled),
  inheritsDomains: toFlag(connection.inheritsDomains),
  config: JSON.stringify(connection.config),
})

export const connectionFromRow = ({ organisationId: _, ...row }: Tables['connections']): ConnectionRecord => ({
  ...row,
  enabled: row.enabled === 1,
  inheritsDomains: row.inheritsDomains === 1,
  config: parsedConfig(row.config, () => JSON.parse(row.config) as unknown),
})

/** The same object for the same text: what was made of it once need not be made again. */
const parsedConfig = keepResults<unknown>(1_000)
