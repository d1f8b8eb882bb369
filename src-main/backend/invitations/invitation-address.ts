/** Where the invited person begins; the token is in the path so that no form ever carries it on. */
export const INVITATION_PATH = '/invitations'

export const invitationAddress = (publicUrl: string, token: string): string => `${publicUrl}${INVITATION_PATH}/${token}`
