import { z } from 'zod'
import { ConnectionId, SessionId, UserId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { listAnswer, listQueryWith } from './list.ts'
import { ADMIN_API, route } from './route.ts'

export const Session = z.object({
  id: SessionId,
  userId: UserId,
  email: z.string(),
  /** Through which connection; null for a password or a link. */
  connectionId: ConnectionId.nullable(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
})
export type Session = z.infer<typeof Session>

const shared = { scope: 'members:update', withoutLicence: true } as const
const message = z.object({ message: z.string() })

export const listSessions = route({
  ...shared,
  method: 'GET',
  path: `${ADMIN_API}/sessions`,
  summary: 'List live sessions, of everyone or of one member',
  query: listQueryWith({ userId: UserId.optional() }),
  success: { status: 200, body: listAnswer({ sessions: z.array(Session) }) },
})
export const revokeSession = route({
  ...shared,
  method: 'DELETE',
  path: `${ADMIN_API}/sessions/:id`,
  summary: 'End a session',
  params: z.object({ id: SessionId }),
  success: { status: 200, body: message },
})
export const revokeSessionsOfMember = route({
  ...shared,
  method: 'DELETE',
  path: `${ADMIN_API}/members/:id/sessions`,
  summary: 'End every session of a member',
  params: z.object({ id: UserId }),
  success: { status: 200, body: message },
})
