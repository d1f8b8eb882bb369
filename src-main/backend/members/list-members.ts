import type { UserId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { byCreation, pageOf } from '../lists/page-of.ts'
import { Refused } from '../refusals/refused.ts'
import type { UserRecord } from '../storage/stores/users.ts'
import type { Stores } from '../storage/stores.ts'
import { presentMember } from './present-member.ts'

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly status?: UserRecord['status'] | undefined
}

/** Everyone but those who were removed, the oldest first. @throws {Refused} `request.cursor` */
export async function listMembers({ tenant }: AdminContext, { status, ...asked }: Asked) {
  const { users } = tenant.stores
  const states = status === undefined ? undefined : [status]
  const { rows, next } = await pageOf(asked, (page) => users.list(page, states), byCreation)
  return { members: rows.map(presentMember), total: await users.count(states), ...next }
}

/** @throws {Refused} `member.not-found`, for another organisation's too */
export async function readMember({ tenant }: AdminContext, id: UserId) {
  return { member: presentMember(await requireMember(tenant.stores, id)) }
}

export async function requireMember(stores: Stores, id: UserId): Promise<UserRecord> {
  const user = await stores.users.byId(id)
  if (user === undefined) throw new Refused('member.not-found')
  return user
}
