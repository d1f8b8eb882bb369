import type { Kysely } from 'kysely'
import type { ConnectionId, OrganisationId, SessionId, UserId } from '#shared/model/ids.ts'
import type { Page } from '../page.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { SessionWay } from '../sign-in-tables.ts'
import type { Tables } from '../tables.ts'

export interface SessionRecord {
  readonly id: SessionId
  readonly userId: UserId
  readonly tokenSha256: string
  readonly way: SessionWay
  readonly connectionId: ConnectionId | null
  readonly nameId: string | null
  readonly nameIdFormat: string | null
  readonly sessionIndex: string | null
  readonly authnContext: string | null
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
}

/** What an administrator sees of one: nothing that opens it. */
export type ListedSession = Omit<
  SessionRecord,
  'tokenSha256' | 'nameId' | 'nameIdFormat' | 'sessionIndex' | 'authnContext'
> & {
  readonly email: string
}

export interface SessionFilter {
  readonly userId: UserId | undefined
  /** Neither ended nor over by then. */
  readonly liveAt: string
}

export interface NamedSessions {
  readonly connectionId: ConnectionId
  /** Undefined: whoever's they are; then there are indexes. */
  readonly nameId: string | undefined
  readonly indexes: readonly string[]
  readonly liveAt: string
}

const add = preparedQuery<SessionRecord & { organisationId: OrganisationId }>()((db, value) => {
  const who = value.of('id', 'organisationId', 'userId', 'tokenSha256', 'way')
  const name = value.of('connectionId', 'nameId', 'nameIdFormat', 'sessionIndex', 'authnContext')
  const times = value.of('createdAt', 'lastSeenAt', 'expiresAt')
  return db.insertInto('sessions').values({ ...who, ...name, ...times, endedAt: null })
})

const byToken = preparedQuery<{ tenant: OrganisationId; tokenSha256: string }>()((db, value) =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('organisationId', '=', value('tenant'))
    .where('tokenSha256', '=', value('tokenSha256'))
    .where('endedAt', 'is', null),
)

export const sessionStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(session: SessionRecord): Promise<void> {
    await add.run(db, { ...session, organisationId: tenant })
  },

  /** One that was not ended; whether it is still in time is the caller's question. */
  byToken: (tokenSha256: string): Promise<SessionRecord | undefined> => byToken.first(db, { tenant, tokenSha256 }),

  byId: (id: SessionId): Promise<SessionRecord | undefined> =>
    db
      .selectFrom('sessions')
      .selectAll()
      .where('organisationId', '=', tenant)
      .where('id', '=', id)
      .where('endedAt', 'is', null)
      .executeTakeFirst(),

  /** Live ones, the oldest first. */
  list({ userId, liveAt }: SessionFilter, { after, limit }: Page): Promise<ListedSession[]> {
    let query = db
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.userId')
      .select(['sessions.id', 'sessions.userId', 'users.email', 'sessions.way', 'sessions.connectionId'])
      .select(['sessions.createdAt', 'sessions.lastSeenAt', 'sessions.expiresAt'])
      .where('sessions.organisationId', '=', tenant)
      .where('sessions.endedAt', 'is', null)
      .where('sessions.expiresAt', '>', liveAt)
    if (userId !== undefined) query = query.where('sessions.userId', '=', userId)
    if (after !== undefined) {
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('sessions.createdAt', 'sessions.id'), '>', tuple(after[0], after[1] as SessionId)),
      )
    }
    return query.orderBy('sessions.createdAt').orderBy('sessions.id').limit(limit).execute()
  },

  async count({ userId, liveAt }: SessionFilter): Promise<number> {
    let query = db
      .selectFrom('sessions')
      .select((expression) => expression.fn.countAll().as('total'))
      .where('organisationId', '=', tenant)
      .where('endedAt', 'is', null)
      .where('expiresAt', '>', liveAt)
    if (userId !== undefined) query = query.where('userId', '=', userId)
    return Number((await query.executeTakeFirstOrThrow()).total)
  },

  /** Live ones that this connection's identity provider began for this name; of these indexes, or all where none is given. */
  async namedBy({
    connectionId,
    nameId,
    indexes,
    liveAt,
  }: NamedSessions): Promise<Pick<SessionRecord, 'id' | 'userId' | 'sessionIndex'>[]> {
    if (nameId === undefined && indexes.length === 0) return []
    let query = db
      .selectFrom('sessions')
      .select(['id', 'userId', 'sessionIndex'])
      .where('organisationId', '=', tenant)
      .where('connectionId', '=', connectionId)
      .where('endedAt', 'is', null)
      .where('expiresAt', '>', liveAt)
    if (nameId !== undefined) query = query.where('nameId', '=', nameId)
    if (indexes.length > 0) query = query.where('sessionIndex', 'in', indexes)
    return query.execute()
  },

  /** @param but the one that stays @returns how many there were */
  async endAllOf(userId: UserId, endedAt: string, but?: SessionId): Promise<number> {
    let query = db
      .updateTable('sessions')
      .set({ endedAt })
      .where('organisationId', '=', tenant)
      .where('userId', '=', userId)
      .where('endedAt', 'is', null)
    if (but !== undefined) query = query.where('id', '!=', but)
    const { numUpdatedRows } = await query.executeTakeFirst()
    return Number(numUpdatedRows)
  },

  async touch(id: SessionId, lastSeenAt: string): Promise<void> {
    await db
      .updateTable('sessions')
      .set({ lastSeenAt })
      .where('organisationId', '=', tenant)
      .where('id', '=', id)
      .execute()
  },

  async end(id: SessionId, endedAt: string): Promise<void> {
    await db
      .updateTable('sessions')
      .set({ endedAt })
      .where('organisationId', '=', tenant)
      .where('id', '=', id)
      .where('endedAt', 'is', null)
      .execute()
  },
})
