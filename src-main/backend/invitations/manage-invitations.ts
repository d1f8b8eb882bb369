import type { Invitation, NewInvitation } from '#shared/http-api/invitation.ts'
import { ID_BYTES, InvitationId, makeId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { byCreation, pageOf } from '../lists/page-of.ts'
import { invitationMail } from '../mail/invitation-mail.ts'
import { writeMail } from '../mail/write-mail.ts'
import { requireAuthority } from '../members/owner-rules.ts'
import { Refused } from '../refusals/refused.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import { invitationAddress } from './invitation-address.ts'
import { invitationState, presentInvitation } from './invitation-state.ts'

const ONE_DAY = 86_400_000

/** @throws {Refused} */
export async function createInvitation(
  { tenant, actor, role: authority, now }: AdminContext,
  { email, role, days }: NewInvitation,
): Promise<{ invitation: Invitation; invitationUrl: string }> {
  requireAuthority({ role: authority }, role)
  const token = tokenText(tenant.random(TOKEN_BYTES))
  const at = now.toISOString()
  const expiresAt = new Date(now.getTime() + days * ONE_DAY).toISOString()
  const id = makeId(InvitationId, 'inv', tenant.random(ID_BYTES))
  const record = { id, email, role, createdAt: at, expiresAt }
  const invitationUrl = invitationAddress(tenant.publicUrl, token)
  await tenant.stores.inTransaction(async (stores) => {
    const member = await stores.users.byEmail(email)
    if (member !== undefined && member.status !== 'removed') throw new Refused('invitation.member', { field: 'email' })
    await stores.invitations.revokeAllTo(email, at)
    await stores.invitations.add({ ...record, tokenSha256: tokenSha256(token) })
    const details = { after: { email, role, expiresAt } }
    const { name: organisation } = await stores.organisation.read()
    const mail = invitationMail({ to: email, organisation, role, url: invitationUrl, expiresAt })
    await writeMail(stores, tenant, mail, { now, expiresAt: new Date(expiresAt) })
    await recordEvent(stores, { actor, action: 'sso.invitation.created', subjectId: id, details }, { ...tenant, now })
  })
  const invitation = presentInvitation({ ...record, acceptedAt: null, revokedAt: null }, now)
  return { invitation, invitationUrl }
}

/** @throws {Refused} `request.cursor` */
export async function listInvitations(
  { tenant, now }: AdminContext,
  asked: { readonly limit: number; readonly cursor?: string | undefined },
) {
  const { invitations } = tenant.stores
  const { rows, next } = await pageOf(asked, (page) => invitations.list(page), byCreation)
  return {
    invitations: rows.map((one) => presentInvitation(one, now)),
    total: await invitations.count(),
    ...next,
  }
}

/** @throws {Refused} */
export function revokeInvitation({ tenant, actor, now }: AdminContext, id: InvitationId): Promise<{ message: string }> {
  return tenant.stores.inTransaction(async (stores) => {
    const invitation = await stores.invitations.byId(id)
    if (invitation === undefined) throw new Refused('invitation.not-found')
    if (!(await stores.invitations.revoke(id, now.toISOString()))) throw new Refused('invitation.settled')
    const before = { email: invitation.email, role: invitation.role, state: invitationState(invitation, now) }
    const details = { before, after: { state: 'revoked' } }
    await recordEvent(stores, { actor, action: 'sso.invitation.revoked', subjectId: id, details }, { ...tenant, now })
    return { message: 'Invitation revoked.' }
  })
}
