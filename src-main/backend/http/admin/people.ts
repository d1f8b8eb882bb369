import type { FastifyInstance } from 'fastify'
import * as apiKey from '#shared/http-api/api-key.ts'
import * as directory from '#shared/http-api/directory.ts'
import * as invitation from '#shared/http-api/invitation.ts'
import * as member from '#shared/http-api/member.ts'
import * as mail from '#shared/http-api/outbox.ts'
import * as session from '#shared/http-api/session.ts'
import { createApiKey, listApiKeys, revokeApiKey } from '../../api-keys/manage-api-keys.ts'
import { createDirectory, deleteDirectory, listDirectories } from '../../directories/manage-directories.ts'
import { createInvitation, listInvitations, revokeInvitation } from '../../invitations/manage-invitations.ts'
import { listOutbox } from '../../mail/outbox.ts'
import { changeMember } from '../../members/change-member.ts'
import { listMembers, readMember } from '../../members/list-members.ts'
import { removeMember } from '../../members/remove-member.ts'
import { listSessions, revokeSession, revokeSessionsOfMember } from '../../sessions/manage-sessions.ts'
import { serveRoute } from '../serve-route.ts'
import type { Site } from '../site.ts'

/** Who may do what: members, invitations, sessions, API keys. */
export function servePeople(server: FastifyInstance, { mailQueue }: Site): void {
  serveRoute(server, member.listMembers, (context, { query }) => listMembers(context, query))
  serveRoute(server, member.getMember, (context, { params }) => readMember(context, params.id))
  serveRoute(server, member.changeMember, (context, { params, body }) => changeMember(context, params.id, body))
  serveRoute(server, member.removeMember, (context, { params }) => removeMember(context, params.id))
  serveRoute(server, invitation.createInvitation, async (context, { body }) => {
    const created = await createInvitation(context, body)
    mailQueue.hurry()
    return created
  })
  serveRoute(server, invitation.listInvitations, (context, { query }) => listInvitations(context, query))
  serveRoute(server, invitation.revokeInvitation, (context, { params }) => revokeInvitation(context, params.id))
  serveRoute(server, session.listSessions, (context, { query }) => listSessions(context, query))
  serveRoute(server, session.revokeSession, (context, { params }) => revokeSession(context, params.id))
  serveRoute(server, session.revokeSessionsOfMember, (context, { params }) =>
    revokeSessionsOfMember(context, params.id),
  )
  serveRoute(server, directory.createDirectory, (context, { body }) => createDirectory(context, body))
  serveRoute(server, directory.listDirectories, (context, { query }) => listDirectories(context, query))
  serveRoute(server, directory.deleteDirectory, (context, { params }) => deleteDirectory(context, params.id))
  serveRoute(server, mail.listOutbox, (context, { query }) => listOutbox(context, query))
  serveRoute(server, apiKey.createApiKey, (context, { body }) => createApiKey(context, body))
  serveRoute(server, apiKey.listApiKeys, (context, { query }) => listApiKeys(context, query))
  serveRoute(server, apiKey.revokeApiKey, (context, { params }) => revokeApiKey(context, params.id))
}
