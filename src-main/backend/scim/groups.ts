import SCIMMY from 'scimmy'
import { z } from 'zod'
import { ID_BYTES, makeId, ScimGroupId, UserId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { roleByGroups } from '../login/role-by-groups.ts'
import type { ScimGroupRecord } from '../storage/stores/scim-groups.ts'
import type { Stores } from '../storage/stores.ts'
import { versionOf } from '../versions/version-of.ts'
import { listResources, type ScimListQuery } from './list.ts'
import { patched } from './patch.ts'
import { GROUP_SCHEMA, GROUPS_PATH, USERS_PATH } from './scim-paths.ts'
import { notThere, requireScimVersion, ScimRefused } from './scim-refused.ts'

const indexed = { id: 'id', displayname: 'displayName', externalid: 'externalId' } as const

const Given = z.object({
  displayName: z.string().trim().min(1).max(256),
  externalId: z.string().trim().min(1).max(256).nullish(),
  members: z.array(z.object({ value: z.string() })).nullish(),
})
type Given = z.output<typeof Given>

/** @throws {ScimRefused} */
export function listGroups({ tenant }: AdminContext, query: ScimListQuery) {
  const { scimGroups } = tenant.stores
  return listResources(query, {
    indexed,
    count: (filter) => scimGroups.count(filter),
    list: async (filter, page) => {
      const groups = await scimGroups.list(filter, page)
      return Promise.all(
        groups.map(async (group) => presentGroup(group, await scimGroups.membersOf(group.id), tenant.publicUrl)),
      )
    },
  })
}

/** @throws {ScimRefused} */
export async function readGroup({ tenant }: AdminContext, id: ScimGroupId) {
  const { stores, publicUrl } = tenant
  return presentGroup(await requireGroup(stores, id), await stores.scimGroups.membersOf(id), publicUrl)
}

/** @throws {ScimRefused} */
export function createGroup(context: AdminContext, body: unknown) {
  const { tenant, now } = context
  const given = readGiven(new SCIMMY.Schemas.Group(body as object, 'in'))
  return tenant.stores.inTransaction(async (stores) => {
    await requireFreeName(stores, given.displayName)
    const at = now.toISOString()
    const { displayName, externalId = null } = given
    const id = makeId(ScimGroupId, 'grp', tenant.random(ID_BYTES))
    await stores.scimGroups.add({ id, displayName, externalId, createdAt: at, changedAt: at })
    await setMembers(context, stores, id, given)
    return readGroup({ ...context, tenant: { ...tenant, stores } }, id)
  })
}

/** @throws {ScimRefused} */
export const replaceGroup = (context: AdminContext, id: ScimGroupId, body: unknown) =>
  changeGroup(context, id, async () => readGiven(new SCIMMY.Schemas.Group(body as object, 'in')))

/** @throws {ScimRefused} */
export const patchGroup = (context: AdminContext, id: ScimGroupId, body: unknown) =>
  changeGroup(context, id, async (before) => {
    const members = before.members.map(({ value }) => ({ value }))
    return readGiven(await patched(new SCIMMY.Schemas.Group({ ...before, members }), body))
  })

/** @throws {ScimRefused} */
export function deleteGroup(context: AdminContext, id: ScimGroupId): Promise<void> {
  const { tenant } = context
  return tenant.stores.inTransaction(async (stores) => {
    const before = await readGroup({ ...context, tenant: { ...tenant, stores } }, id)
    requireScimVersion(context.ifMatch, before.meta.version)
    await stores.scimGroups.remove(id)
    for (const { value } of before.members) await followGroups(context, stores, value)
  })
}

function changeGroup(
  context: AdminContext,
  id: ScimGroupId,
  change: (before: Awaited<ReturnType<typeof readGroup>>) => Promise<Given>,
) {
  const { tenant, now } = context
  return tenant.stores.inTransaction(async (stores) => {
    const inside = { ...context, tenant: { ...tenant, stores } }
    const record = await requireGroup(stores, id)
    const before = await readGroup(inside, id)
    requireScimVersion(context.ifMatch, before.meta.version)
    const given = await change(before)
    const { displayName, externalId = null } = given
    if (displayName.toLowerCase() !== record.displayName.toLowerCase()) await requireFreeName(stores, displayName)
    await stores.scimGroups.change({ ...record, displayName, externalId, changedAt: now.toISOString() })
    await setMembers(context, stores, id, given, displayName !== record.displayName)
    return readGroup(inside, id)
  })
}

/** @param isRenamed the members' roles may follow another name. @throws {ScimRefused} for someone who is not there */
async function setMembers(context: AdminContext, stores: Stores, id: ScimGroupId, given: Given, isRenamed = false) {
  const before = new Set(await stores.scimGroups.membersOf(id))
  const after = new Set((given.members ?? []).map(({ value }) => memberId(value)))
  const joining = [...after].filter((userId) => !before.has(userId))
  const leaving = [...before].filter((userId) => !after.has(userId))
  for (const userId of joining) {
    const [known] = await stores.scimUsers.list({ by: 'id', value: userId })
    if (known === undefined) throw new ScimRefused(400, 'invalidValue', 'members: one of them is no user here.')
    await stores.scimGroups.addMember(id, userId)
  }
  for (const userId of leaving) await stores.scimGroups.removeMember(id, userId)
  const concerned = isRenamed ? new Set([...before, ...after]) : [...joining, ...leaving]
  for (const userId of concerned) await followGroups(context, stores, userId)
}

function memberId(value: string): UserId {
  const id = UserId.safeParse(value)
  if (!id.success) throw new ScimRefused(400, 'invalidValue', 'members: one of them is no user here.')
  return id.data
}

/** The role that the groups give, where the organisation lets groups decide (S25). */
async function followGroups({ tenant, actor, now }: AdminContext, stores: Stores, userId: UserId): Promise<void> {
  const user = await stores.users.byId(userId)
  if (user === undefined) return
  const names = (await stores.scimGroups.groupsOf(userId)).map(({ displayName }) => displayName)
  const role = roleByGroups(await stores.policy.read(), names, user.role)
  if (role === user.role) return
  await stores.users.change(userId, { role })
  const details = { by: 'scim', before: { role: user.role }, after: { role } }
  await recordEvent(stores, { actor, action: 'sso.user.role-changed', subjectId: userId, details }, { ...tenant, now })
}

function readGiven(group: unknown): Given {
  const { data, error } = Given.safeParse(JSON.parse(JSON.stringify(group)))
  if (data !== undefined) return data
  throw new ScimRefused(400, 'invalidValue', `${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}`)
}

async function requireFreeName(stores: Stores, displayName: string): Promise<void> {
  const taken = await stores.scimGroups.count({ by: 'displayName', value: displayName.toLowerCase() })
  if (taken > 0) throw new ScimRefused(409, 'uniqueness', 'There is a group of this name already.')
}

async function requireGroup(stores: Stores, id: ScimGroupId): Promise<ScimGroupRecord> {
  const [group] = await stores.scimGroups.list({ by: 'id', value: id })
  if (group === undefined) throw notThere()
  return group
}

function presentGroup(group: ScimGroupRecord, members: readonly UserId[], publicUrl: string) {
  const { id, displayName, externalId, createdAt, changedAt } = group
  return {
    schemas: [GROUP_SCHEMA],
    id,
    ...(externalId !== null && { externalId }),
    displayName,
    members: members.map((value) => ({ value, type: 'User', $ref: `${publicUrl}${USERS_PATH}/${value}` })),
    meta: {
      resourceType: 'Group',
      created: createdAt,
      lastModified: changedAt,
      location: `${publicUrl}${GROUPS_PATH}/${id}`,
      version: `W/"${versionOf({ id, displayName, externalId, members })}"`,
    },
  }
}
