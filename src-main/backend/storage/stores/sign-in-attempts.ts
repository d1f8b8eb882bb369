import type { Kysely } from 'kysely'
import type { AttemptId, ConnectionId, FlowId, OrganisationId, UserId } from '#shared/model/ids.ts'
import type { Page } from '../page.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

/** What the tenant's log keeps of one login. Codes and ids only: no message, no claim, no secret. */
export interface SignInAttempt {
  readonly id: AttemptId
  readonly connectionId: ConnectionId | null
  readonly flowId: FlowId | null
  readonly userId: UserId | null
  readonly at: string
  readonly result: 'accepted' | 'refused'
  readonly reason: string | null
  /** Findings of severity error. */
  readonly codes: readonly string[]
}

const add = preparedQuery<Tables['signInAttempts']>()((db, value) => {
  const who = value.of('id', 'organisationId', 'connectionId', 'flowId', 'userId')
  return db.insertInto('signInAttempts').values({ ...who, ...value.of('at', 'result', 'reason', 'codes') })
})

/** SQL knows no empty list. */
const NOBODY = '' as UserId

export interface AttemptFilter {
  readonly id?: AttemptId | undefined
  readonly result?: SignInAttempt['result'] | undefined
}

export const signInAttemptStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(attempt: SignInAttempt): Promise<void> {
    await add.run(db, { ...attempt, organisationId: tenant, codes: JSON.stringify(attempt.codes) })
  },

  /** The newest first. */
  async list(limit: number): Promise<SignInAttempt[]> {
    return this.page({}, { after: undefined, limit })
  },

  /** The newest first. @param page.after the last one of the page before */
  async page({ id, result }: AttemptFilter, { after, limit }: Page): Promise<SignInAttempt[]> {
    let query = db.selectFrom('signInAttempts').selectAll().where('organisationId', '=', tenant)
    if (id !== undefined) query = query.where('id', '=', id)
    if (result !== undefined) query = query.where('result', '=', result)
    if (after !== undefined) {
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('at', 'id'), '<', tuple(after[0], after[1] as AttemptId)),
      )
    }
    const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
    return rows.map(({ organisationId: _, ...row }) => ({ ...row, codes: JSON.parse(row.codes) as string[] }))
  },

  async count({ id, result }: AttemptFilter): Promise<number> {
    let query = db
      .selectFrom('signInAttempts')
      .select((expression) => expression.fn.countAll().as('total'))
      .where('organisationId', '=', tenant)
    if (id !== undefined) query = query.where('id', '=', id)
    if (result !== undefined) query = query.where('result', '=', result)
    return Number((await query.executeTakeFirstOrThrow()).total)
  },

  /** Whether someone other than these signed in through the connection since then. */
  async hasPilot(connectionId: ConnectionId, since: string, butNot: readonly UserId[]): Promise<boolean> {
    const row = await db
      .selectFrom('signInAttempts')
      .select(['id', 'userId'])
      .where('organisationId', '=', tenant)
      .where('connectionId', '=', connectionId)
      .where('result', '=', 'accepted')
      .where('at', '>=', since)
      .where('userId', 'not in', [...butNot, NOBODY])
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  },
})
