import type { Role } from '#shared/model/outcome.ts'
import type { AdminContext } from '../admin-context.ts'
import { Refused } from '../refusals/refused.ts'
import type { UserRecord } from '../storage/stores/users.ts'
import type { Stores } from '../storage/stores.ts'

/** Admins manage everyone but owners. @throws {Refused} `member.owner-only` */
export function requireAuthority(
  { role }: Pick<AdminContext, 'role'>,
  ...concerned: readonly (Role | undefined)[]
): void {
  if (role !== 'owner' && concerned.includes('owner')) throw new Refused('member.owner-only')
}

/** An organisation always has someone who may do everything. @throws {Refused} `member.last-owner` */
export async function requireAnotherOwner(stores: Stores, leaving: UserRecord): Promise<void> {
  if (leaving.role !== 'owner' || leaving.status !== 'active') return
  const owners = await stores.users.owners()
  if (!owners.some(({ id }) => id !== leaving.id)) throw new Refused('member.last-owner')
}
