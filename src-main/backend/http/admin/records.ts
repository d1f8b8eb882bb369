import type { FastifyInstance } from 'fastify'
import * as audit from '#shared/http-api/audit.ts'
import * as domain from '#shared/http-api/domain.ts'
import * as signIn from '#shared/http-api/sign-in.ts'
import { exportAudit, listAuditEvents, verifyAudit } from '../../audit/read-audit.ts'
import { checkDomain } from '../../domains/check-domain.ts'
import { listDomains } from '../../domains/list-domains.ts'
import { verifyDomains } from '../../domains/verify-domains.ts'
import { listSignIns } from '../../sign-ins/list-sign-ins.ts'
import { serveRoute } from '../serve-route.ts'

/** What was done, who came, and which domains are whose. */
export function serveRecords(server: FastifyInstance): void {
  serveRoute(server, audit.listAuditEvents, (context, { query }) => listAuditEvents(context, query))
  serveRoute(server, audit.verifyAudit, (context) => verifyAudit(context))
  serveRoute(server, audit.exportAudit, (context) => exportAudit(context))
  serveRoute(server, signIn.listSignIns, (context, { query }) => listSignIns(context, query))
  serveRoute(server, domain.listDomains, (context) => listDomains(context))
  serveRoute(server, domain.checkDomain, (context, { query }) => checkDomain(context, query.domain))
  serveRoute(server, domain.verifyDomains, (context, { params }) => verifyDomains(context, params.id))
}
