import type { SessionId, UserId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { byCreation, pageOf } from '../lists/page-of.ts'
import { requireMember } from '../members/list-members.ts'
import { Refused } from '../refusals/refused.ts'

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly userId?: UserId | undefined
}

/** Live ones. @throws {Refused} `request.cursor` */
export async function listSessions({ tenant, now }: AdminContext, { userId, ...asked }: Asked) {
  const { sessions } = tenant.stores
  const filter = { userId, liveAt: now.toISOString() }
  const { rows, next } = await pageOf(asked, (page) => sessions.list(filter, page), byCreation)
  return { sessions: rows, total: await sessions.count(filter), ...next }
}

/** @throws {Refused} `session.not-found` */
export function revokeSession({ tenant, actor, now }: AdminContext, id: SessionId): Promise<{ message: string }> {
  return tenant.stores.inTransaction(async (stores) => {
    const session = await stores.sessions.byId(id)
    if (session === undefined) throw new Refused('session.not-found')
    await stores.sessions.end(id, now.toISOString())
    const details = { user: session.userId }
    await recordEvent(stores, { actor, action: 'sso.session.ended', subjectId: id, details }, { ...tenant, now })
    return { message: 'Session ended.' }
  })
}

/** @throws {Refused} `member.not-found` */
export function revokeSessionsOfMember({ tenant, actor, now }: AdminContext, id: UserId): Promise<{ message: string }> {
  return tenant.stores.inTransaction(async (stores) => {
    await requireMember(stores, id)
    const ended = await stores.sessions.endAllOf(id, now.toISOString())
    const details = { sessions: ended }
    await recordEvent(stores, { actor, action: 'sso.session.ended', subjectId: id, details }, { ...tenant, now })
    return { message: `${ended} ${ended === 1 ? 'session' : 'sessions'} ended.` }
  })
}
