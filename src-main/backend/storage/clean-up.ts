import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

const BATCH = 500

const expiring = [
  ['loginFlows', 'id'],
  ['signInHandles', 'handleSha256'],
  ['sessions', 'id'],
  ['signInLinks', 'tokenSha256'],
  ['mails', 'id'],
  ['accountOffers', 'handleSha256'],
  ['idTokens', 'id'],
  ['directoryEvents', 'eventSha256'],
] as const

/** Small batches: nobody's sign-in waits for the broom. @returns how many rows went */
export async function cleanUp(db: Kysely<Tables>, now: Date): Promise<number> {
  const until = now.toISOString()
  let gone = 0
  for (const [table, key] of expiring) {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where(key, 'in', (query) => query.selectFrom(table).select(key).where('expiresAt', '<=', until).limit(BATCH))
      .executeTakeFirst()
    gone += Number(numDeletedRows)
  }
  const { numDeletedRows } = await db
    .deleteFrom('usedAssertions')
    .where('assertionId', 'in', (query) =>
      query.selectFrom('usedAssertions').select('assertionId').where('expiresAt', '<=', until).limit(BATCH),
    )
    .where('expiresAt', '<=', until)
    .executeTakeFirst()
  return gone + Number(numDeletedRows)
}
