import type { UserId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { requireVersion } from '../versions/version-of.ts'
import { requireMember } from './list-members.ts'
import { requireAnotherOwner, requireAuthority } from './owner-rules.ts'
import { memberVersion } from './present-member.ts'

/**
 * Ends the sessions and forgets the password. The account stays known, or the next sign-in would make a new one: only an
 * invitation brings the person back (S29). @throws {Refused}
 */
export function removeMember(
  { tenant, actor, role, now, ifMatch }: AdminContext,
  id: UserId,
): Promise<{ message: string }> {
  return tenant.stores.inTransaction(async (stores) => {
    const member = await requireMember(stores, id)
    requireVersion(ifMatch, memberVersion(member))
    requireAuthority({ role }, member.role)
    await requireAnotherOwner(stores, member)
    const at = now.toISOString()
    await stores.users.change(id, { status: 'removed', passwordHash: null })
    await stores.sessions.endAllOf(id, at)
    await stores.invitations.revokeAllTo(member.email, at)
    const details = { before: { role: member.role, status: member.status }, after: { status: 'removed' } }
    await recordEvent(stores, { actor, action: 'sso.member.removed', subjectId: id, details }, { ...tenant, now })
    return { message: 'Member removed.' }
  })
}
