import type { Invitation } from '#shared/http-api/invitation.ts'
import type { InvitationRecord } from '../storage/stores/invitations.ts'

export function invitationState(invitation: InvitationRecord, now: Date): Invitation['state'] {
  if (invitation.acceptedAt !== null) return 'accepted'
  if (invitation.revokedAt !== null) return 'revoked'
  return invitation.expiresAt > now.toISOString() ? 'open' : 'expired'
}

export const presentInvitation = (invitation: InvitationRecord, now: Date): Invitation => {
  const { revokedAt: _, ...rest } = invitation
  return { ...rest, state: invitationState(invitation, now) }
}
