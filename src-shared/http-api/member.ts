import { z } from 'zod'
import { UserId } from '../model/ids.ts'
import { Role } from '../model/outcome.ts'
import { Member } from '../model/tenant.ts'
import { listAnswer, listQueryWith } from './list.ts'
import { ADMIN_API, route } from './route.ts'
import { Version } from './version.ts'

export const MemberStatus = z.enum(['active', 'deactivated', 'removed'])

export const MemberDetail = Member.extend({
  /** Who was removed stays so until invited again: a sign-in brings nobody back (S29). */
  status: MemberStatus,
  version: Version,
})
export type MemberDetail = z.infer<typeof MemberDetail>

const members = `${ADMIN_API}/members`
const params = z.object({ id: UserId })
const OneMember = z.object({ member: MemberDetail })
const shared = { scope: 'members:update', withoutLicence: true } as const

export const listMembers = route({
  ...shared,
  method: 'GET',
  path: members,
  summary: 'List the members; those who were removed where asked for',
  query: listQueryWith({ status: MemberStatus.optional() }),
  success: { status: 200, body: listAnswer({ members: z.array(MemberDetail) }) },
})
export const getMember = route({
  ...shared,
  method: 'GET',
  path: `${members}/:id`,
  summary: 'Read one member',
  params,
  versioned: 'member',
  success: { status: 200, body: OneMember },
})
export const changeMember = route({
  ...shared,
  method: 'PATCH',
  path: `${members}/:id`,
  summary: 'Change the role, deactivate or reactivate; deactivating ends every session at once',
  params,
  body: z
    .strictObject({ role: Role.optional(), active: z.boolean().optional() })
    .meta({ examples: [{ role: 'admin' }, { active: false }] }),
  versioned: 'member',
  heedsVersion: true,
  success: { status: 200, body: OneMember },
})
export const removeMember = route({
  ...shared,
  method: 'DELETE',
  path: `${members}/:id`,
  summary: 'Remove a member; sessions end, and only an invitation brings them back',
  params,
  heedsVersion: true,
  success: { status: 200, body: z.object({ message: z.string() }) },
})
