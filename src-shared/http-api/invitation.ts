import { z } from 'zod'
import { EmailAddress } from '../model/email-address-schema.ts'
import { InvitationId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { Role } from '../model/outcome.ts'
import { ListQuery, listAnswer } from './list.ts'
import { ADMIN_API, route } from './route.ts'

export const Invitation = z.object({
  id: InvitationId,
  email: z.string(),
  role: Role,
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  createdAt: Instant,
  expiresAt: Instant,
  acceptedAt: Instant.nullable(),
})
export type Invitation = z.infer<typeof Invitation>

export const NewInvitation = z
  .strictObject({
    email: EmailAddress,
    role: Role.default('member'),
    /** How long it waits. */
    days: z.int().min(1).max(30).default(7),
  })
  .meta({ examples: [{ email: 'grace@acme.example', role: 'viewer' }] })
export type NewInvitation = z.output<typeof NewInvitation>

const invitations = `${ADMIN_API}/invitations`
const shared = { scope: 'members:update', withoutLicence: true } as const

export const createInvitation = route({
  ...shared,
  method: 'POST',
  path: invitations,
  summary: 'Invite someone with a role; takes the place of an earlier invitation to the same address',
  body: NewInvitation,
  success: {
    status: 201,
    body: z.object({
      invitation: Invitation,
      /** Answered this once: only its digest is kept. Signing in through single sign-on accepts it too. */
      invitationUrl: z.url(),
    }),
  },
})
export const listInvitations = route({
  ...shared,
  method: 'GET',
  path: invitations,
  summary: 'List invitations',
  query: ListQuery,
  success: { status: 200, body: listAnswer({ invitations: z.array(Invitation) }) },
})
export const revokeInvitation = route({
  ...shared,
  method: 'DELETE',
  path: `${invitations}/:id`,
  summary: 'Revoke an invitation that nobody has accepted',
  params: z.object({ id: InvitationId }),
  success: { status: 200, body: z.object({ message: z.string() }) },
})
