import type { Kysely } from 'kysely'
import type { ConnectionId, FlowId, OrganisationId } from '#shared/model/ids.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

export interface LoginFlow {
  readonly id: FlowId
  readonly connectionId: ConnectionId
  readonly purpose: 'sign-in' | 'test' | 'setup-test' | 'sign-out'
  readonly requestId: string
  readonly relayStateSha256: string
  readonly browserSha256: string | null
  readonly configurationSha256: string | null
  readonly createdAt: string
  readonly expiresAt: string
  readonly consumedAt: string | null
}

type NewFlow = Omit<LoginFlow, 'consumedAt'>

const add = preparedQuery<NewFlow & { organisationId: OrganisationId }>()((db, value) => {
  const login = value.of('id', 'organisationId', 'connectionId', 'purpose', 'requestId')
  const bound = value.of('relayStateSha256', 'browserSha256', 'configurationSha256', 'createdAt', 'expiresAt')
  return db.insertInto('loginFlows').values({ ...login, ...bound, consumedAt: null })
})

const byRelayState = preparedQuery<{ tenant: OrganisationId; relayStateSha256: string }>()((db, value) =>
  db
    .selectFrom('loginFlows')
    .selectAll()
    .where('organisationId', '=', value('tenant'))
    .where('relayStateSha256', '=', value('relayStateSha256')),
)

const consume = preparedQuery<{ tenant: OrganisationId; id: FlowId; now: string }>()((db, value) =>
  db
    .updateTable('loginFlows')
    .set({ consumedAt: value('now') })
    .where('organisationId', '=', value('tenant'))
    .where('id', '=', value('id'))
    .where('consumedAt', 'is', null),
)

/** A login attempt is a stored thing, used once. */
export const loginFlowStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () => db.selectFrom('loginFlows').selectAll().where('organisationId', '=', tenant)
  return {
    async add(flow: NewFlow): Promise<void> {
      await add.run(db, { ...flow, organisationId: tenant })
    },

    byId: (id: FlowId): Promise<LoginFlow | undefined> => ours().where('id', '=', id).executeTakeFirst(),

    byRelayState: (relayStateSha256: string): Promise<LoginFlow | undefined> =>
      byRelayState.first(db, { tenant, relayStateSha256 }),

    /** @returns false where someone was first */
    async consume(id: FlowId, now: string): Promise<boolean> {
      const { numAffectedRows } = await consume.run(db, { tenant, id, now })
      return numAffectedRows === 1n
    },
  }
}
