import { listSessions, revokeSession, revokeSessionsOfMember } from '../http-api/session.ts'
import { adminCalls } from './admin-calls.ts'

export const sessionRoutes = { list: listSessions, revoke: revokeSession, revokeOfMember: revokeSessionsOfMember }
export const sessionsIpc = adminCalls(sessionRoutes)
