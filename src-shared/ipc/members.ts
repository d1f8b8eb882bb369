import { createInvitation, listInvitations, revokeInvitation } from '../http-api/invitation.ts'
import { changeMember, listMembers, removeMember } from '../http-api/member.ts'
import { adminCalls } from './admin-calls.ts'

export const memberRoutes = {
  list: listMembers,
  change: changeMember,
  remove: removeMember,
  /** The link is answered this once. */
  invite: createInvitation,
  invitations: listInvitations,
  revokeInvitation,
}
export const membersIpc = adminCalls(memberRoutes)
