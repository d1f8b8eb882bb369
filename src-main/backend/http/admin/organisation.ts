import type { FastifyInstance } from 'fastify'
import * as enforcement from '#shared/http-api/enforcement.ts'
import * as member from '#shared/http-api/member.ts'
import { listMembers } from '../../members/list-members.ts'
import { readEnforcement, setEnforcement } from '../../policy/enforcement.ts'
import { serveRoute } from '../serve-route.ts'

export function serveOrganisation(server: FastifyInstance): void {
  serveRoute(server, enforcement.getEnforcement, (context) => readEnforcement(context))
  serveRoute(server, enforcement.setEnforcement, (context, { body }) => setEnforcement(context, body))
  serveRoute(server, member.listMembers, (context) => listMembers(context))
}
