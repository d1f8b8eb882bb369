import { listOutbox } from '../http-api/outbox.ts'
import { adminCalls } from './admin-calls.ts'

export const outboxRoutes = { list: listOutbox }
export const outboxIpc = adminCalls(outboxRoutes)
