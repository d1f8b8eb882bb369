import type { UserId } from '#shared/model/ids.ts'
import type { Role } from '#shared/model/outcome.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { Refused } from '../refusals/refused.ts'
import type { UserRecord } from '../storage/stores/users.ts'
import { requireVersion } from '../versions/version-of.ts'
import { requireMember } from './list-members.ts'
import { requireAnotherOwner, requireAuthority } from './owner-rules.ts'
import { memberVersion, presentMember } from './present-member.ts'

/** Changes the role; deactivating ends every session before the answer (S29). @throws {Refused} */
export function changeMember(
  { tenant, actor, role: authority, now, ifMatch }: AdminContext,
  id: UserId,
  { role, active }: { role?: Role | undefined; active?: boolean | undefined },
) {
  return tenant.stores.inTransaction(async (stores) => {
    const before = await requireMember(stores, id)
    requireVersion(ifMatch, memberVersion(before))
    requireAuthority({ role: authority }, before.role, role)
    if (before.status === 'removed') throw new Refused('member.removed')
    const status = active === undefined ? before.status : active ? 'active' : 'deactivated'
    const after: UserRecord = { ...before, role: role ?? before.role, status }
    if (after.role !== 'owner' || status !== 'active') await requireAnotherOwner(stores, before)
    await stores.users.change(id, { role: after.role, status })
    if (status === 'deactivated') await stores.sessions.endAllOf(id, now.toISOString())
    const details = { before: rightsOf(before), after: rightsOf(after) }
    await recordEvent(stores, { actor, action: 'sso.member.changed', subjectId: id, details }, { ...tenant, now })
    return { member: presentMember(after) }
  })
}

const rightsOf = ({ role, status }: UserRecord) => ({ role, status })
