import type { Member } from '#shared/model/tenant.ts'
import type { AdminContext } from '../admin-context.ts'

/** Everyone but those who were removed, the oldest first. */
export async function listMembers({ tenant }: AdminContext): Promise<{ members: Member[]; total: number }> {
  const users = await tenant.stores.users.list()
  const members = users.map(({ status, ...user }) => ({ ...user, active: status === 'active' }))
  return { members, total: members.length }
}
