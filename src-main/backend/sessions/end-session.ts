import { recordEvent } from '../audit/record-event.ts'
import type { FoundSession } from './find-session.ts'

export async function endSession({ tenant, session, user }: FoundSession, now: Date): Promise<void> {
  await tenant.stores.inTransaction(async (stores) => {
    await stores.sessions.end(session.id, now.toISOString())
    const happening = {
      actor: { kind: 'user', id: user.id },
      action: 'sso.session.ended',
      subjectId: session.id,
    } as const
    await recordEvent(stores, happening, { ...tenant, now })
  })
}
