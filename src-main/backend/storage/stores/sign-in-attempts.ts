import type { Kysely } from 'kysely'
import type { AttemptId, ConnectionId, FlowId, OrganisationId, UserId } from '#shared/model/ids.ts'
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

export const signInAttemptStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(attempt: SignInAttempt): Promise<void> {
    await db
      .insertInto('signInAttempts')
      .values({ ...attempt, organisationId: tenant, codes: JSON.stringify(attempt.codes) })
      .execute()
  },

  /** The newest first. */
  async list(limit: number): Promise<SignInAttempt[]> {
    const rows = await db
      .selectFrom('signInAttempts')
      .selectAll()
      .where('organisationId', '=', tenant)
      .orderBy('at', 'desc')
      .limit(limit)
      .execute()
    return rows.map(({ organisationId: _, ...row }) => ({ ...row, codes: JSON.parse(row.codes) as string[] }))
  },
})
