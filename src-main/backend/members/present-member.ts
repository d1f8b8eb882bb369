import type { MemberDetail } from '#shared/http-api/member.ts'
import type { UserRecord } from '../storage/stores/users.ts'
import { versionOf } from '../versions/version-of.ts'

export const presentMember = (user: UserRecord): MemberDetail => ({
  ...user,
  active: user.status === 'active',
  version: memberVersion(user),
})

/** Signing in changes no version: two who edit do not get in the way of the person they edit. */
export const memberVersion = ({ id, email, role, status }: UserRecord): string => versionOf({ id, email, role, status })
