import { recordEvent } from '../audit/record-event.ts'
import type { FoundSession } from './find-session.ts'

/** All of this person's but the one they are looking at. */
export async function endOtherSessions({ tenant, session, user }: FoundSession, now: Date): Promise<void> {
  await tenant.stores.inTransaction(async (stores) => {
    const ended = await stores.sessions.endAllOf(user.id, now.toISOString(), session.id)
    const happening = { actor: { kind: 'user', id: user.id }, action: 'sso.session.ended', subjectId: user.id } as const
    await recordEvent(stores, { ...happening, details: { sessions: ended } }, { ...tenant, now })
  })
}
