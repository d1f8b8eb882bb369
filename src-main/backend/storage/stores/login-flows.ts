import type { Kysely } from 'kysely'
import type { ConnectionId, FlowId, OrganisationId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

export interface LoginFlow {
  readonly id: FlowId
  readonly connectionId: ConnectionId
  readonly purpose: 'sign-in' | 'test' | 'sign-out'
  readonly requestId: string
  readonly relayStateSha256: string
  readonly browserSha256: string | null
  readonly configurationSha256: string | null
  readonly createdAt: string
  readonly expiresAt: string
  readonly consumedAt: string | null
}

/** A login attempt is a stored thing, used once. */
export const loginFlowStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () => db.selectFrom('loginFlows').selectAll().where('organisationId', '=', tenant)
  return {
    async add(flow: Omit<LoginFlow, 'consumedAt'>): Promise<void> {
      await db
        .insertInto('loginFlows')
        .values({ ...flow, organisationId: tenant, consumedAt: null })
        .execute()
    },

    byId: (id: FlowId): Promise<LoginFlow | undefined> => ours().where('id', '=', id).executeTakeFirst(),

    byRelayState: (relayStateSha256: string): Promise<LoginFlow | undefined> =>
      ours().where('relayStateSha256', '=', relayStateSha256).executeTakeFirst(),

    /** @returns false where someone was first */
    async consume(id: FlowId, now: string): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('loginFlows')
        .set({ consumedAt: now })
        .where('organisationId', '=', tenant)
        .where('id', '=', id)
        .where('consumedAt', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
