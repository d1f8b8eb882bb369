import type { UserId } from '#shared/model/ids.ts'
import type { Stores } from '../storage/stores.ts'

/**
 * An API key does what its maker may do now: an admin's makes nobody an owner, and that of someone who has left opens nothing.
 * The first key is nobody's, does what owners do and outlasts everyone (S28).
 */
export async function keyAuthority(
  { users }: Pick<Stores, 'users'>,
  createdBy: UserId | null,
): Promise<'owner' | 'admin' | undefined> {
  if (createdBy === null) return 'owner'
  const maker = await users.byId(createdBy)
  if (maker?.status !== 'active') return undefined
  return maker.role === 'owner' || maker.role === 'admin' ? maker.role : undefined
}
