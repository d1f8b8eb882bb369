import { z } from 'zod'
import { listAuditEvents, verifyAudit } from '../http-api/audit.ts'
import { listSignIns } from '../http-api/sign-in.ts'
import { adminCalls } from './admin-calls.ts'
import { call, Nothing } from './declare.ts'

export const auditRoutes = { list: listAuditEvents, verify: verifyAudit, signIns: listSignIns }
export const auditIpc = {
  ...adminCalls(auditRoutes),
  /** Writes the whole log where the user says, one JSON object a line; null where they cancel. */
  export: call(Nothing, z.string().nullable()),
}
