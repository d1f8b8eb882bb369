import SCIMMY from 'scimmy'
import { parseEmailAddress } from '#shared/model/email-address.ts'
import { ID_BYTES, makeId, UserId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { requireAnotherOwner, requireAuthority } from '../members/owner-rules.ts'
import type { ScimUserRecord } from '../storage/stores/scim-users.ts'
import type { Stores } from '../storage/stores.ts'
import { listResources, type ScimListQuery } from './list.ts'
import { patched } from './patch.ts'
import { type PresentedUser, presentUser, userVersion } from './present-user.ts'
import { type GivenUser, givenUser, readUser } from './read-user.ts'
import { notThere, requireScimVersion, ScimRefused } from './scim-refused.ts'

const indexed = {
  id: 'id',
  username: 'userName',
  externalid: 'externalId',
  emails: 'email',
  'emails.value': 'email',
  'emails[type eq "work"].value': 'email',
} as const

/** @throws {ScimRefused} */
export function listUsers({ tenant }: AdminContext, query: ScimListQuery) {
  const { scimUsers } = tenant.stores
  return listResources(query, {
    indexed,
    count: (filter) => scimUsers.count(filter),
    list: async (filter, page) => {
      const users = await scimUsers.list(filter, page)
      return Promise.all(users.map((user) => presented(tenant.stores, user, tenant)))
    },
  })
}

/** @throws {ScimRefused} */
export async function readScimUser({ tenant }: AdminContext, id: UserId): Promise<PresentedUser> {
  return presented(tenant.stores, await requireUser(tenant.stores, id), tenant)
}

/**
 * An account with the organisation's default role. Somebody the directory itself deleted comes back as who they were; whom
 * an administrator removed comes back by an invitation alone (S29).
 * @throws {ScimRefused}
 */
export function createUser(context: AdminContext, body: unknown): Promise<PresentedUser> {
  const { tenant } = context
  const given = readUser(body)
  return tenant.stores.inTransaction(async (stores) => {
    await requireAllowed(stores, given.email)
    const holder = (await holderOfName(stores, given.userName)) ?? (await stores.users.byEmail(given.email))?.id
    if (holder === undefined) return insertUser(context, stores, given)
    const before = await stores.users.byId(holder)
    if (before?.status !== 'deactivated' || !(await stores.scimUsers.isDeleted(holder))) {
      throw new ScimRefused(409, 'uniqueness', 'Somebody has this user name or e-mail address already.')
    }
    const known = { ...before, userName: null, externalId: null, deletedAt: null, changedAt: null }
    return writeUser(context, stores, known, given)
  })
}

/** @throws {ScimRefused} */
export function replaceUser(context: AdminContext, id: UserId, body: unknown): Promise<PresentedUser> {
  const given = readUser(body)
  return changeUser(context, id, async () => given)
}

/** @throws {ScimRefused} */
export const patchUser = (context: AdminContext, id: UserId, body: unknown): Promise<PresentedUser> =>
  changeUser(context, id, async (before) => {
    const { groups: _, ...plain } = presentUser(before, [], context.tenant)
    return givenUser(await patched(new SCIMMY.Schemas.User(plain), body))
  })

/** The account is deactivated and its sessions end; the directory knows it no more. @throws {ScimRefused} */
export function deleteUser(context: AdminContext, id: UserId): Promise<void> {
  const { tenant, now } = context
  return tenant.stores.inTransaction(async (stores) => {
    const before = await requireUser(stores, id)
    requireScimVersion(context.ifMatch, userVersion(before))
    await setActive(context, stores, before, false)
    const { userName, externalId, email } = before
    const at = now.toISOString()
    await stores.scimUsers.put({ userId: id, userName: userName ?? email, externalId, deletedAt: at, changedAt: at })
  })
}

function changeUser(
  context: AdminContext,
  id: UserId,
  change: (before: ScimUserRecord) => Promise<GivenUser>,
): Promise<PresentedUser> {
  return context.tenant.stores.inTransaction(async (stores) => {
    const before = await requireUser(stores, id)
    requireScimVersion(context.ifMatch, userVersion(before))
    const given = await change(before)
    const holder = await holderOfName(stores, given.userName)
    if (holder !== undefined && holder !== id) {
      throw new ScimRefused(409, 'uniqueness', 'Somebody has this user name already.')
    }
    return writeUser(context, stores, before, given)
  })
}

async function insertUser(context: AdminContext, stores: Stores, given: GivenUser): Promise<PresentedUser> {
  const { tenant, actor, now } = context
  const id = makeId(UserId, 'user', tenant.random(ID_BYTES))
  const { userName, externalId, email, givenName, familyName, active } = given
  const { defaultRole: role } = await stores.policy.read()
  const at = now.toISOString()
  const status = active ? 'active' : 'deactivated'
  await stores.users.add({ id, email, givenName, familyName, role, status, createdAt: at, lastSignInAt: null }, null)
  await stores.scimUsers.put({ userId: id, userName, externalId, deletedAt: null, changedAt: at })
  const happening = { actor, action: 'sso.user.created', subjectId: id, details: { by: 'scim', role, status } } as const
  await recordEvent(stores, happening, { ...tenant, now })
  return presented(stores, await requireUser(stores, id), tenant)
}

async function writeUser(context: AdminContext, stores: Stores, before: ScimUserRecord, given: GivenUser) {
  const { tenant, now } = context
  const { userName, externalId, email, givenName, familyName, active } = given
  if (email !== before.email) await requireMovable(stores, before, email)
  await stores.users.change(before.id, { email, givenName, familyName })
  await stores.scimUsers.put({
    ...{ userId: before.id, userName, externalId, deletedAt: null },
    changedAt: now.toISOString(),
  })
  if (active !== (before.status === 'active')) await setActive(context, stores, before, active)
  return presented(stores, await requireUser(stores, before.id), tenant)
}

/** Sessions are over before the answer. @throws {ScimRefused | Refused} for an owner: by who may, and never for the last */
async function setActive(context: AdminContext, stores: Stores, before: ScimUserRecord, active: boolean) {
  const { tenant, actor, role, now } = context
  requireAuthority({ role }, before.role)
  const status = active ? 'active' : 'deactivated'
  if (!active) {
    await requireAnotherOwner(stores, { ...before, lastSignInAt: null })
    await stores.sessions.endAllOf(before.id, now.toISOString())
  }
  await stores.users.change(before.id, { status })
  const details = { by: 'scim', before: { status: before.status }, after: { status } }
  await recordEvent(stores, { actor, action: 'sso.member.changed', subjectId: before.id, details }, { ...tenant, now })
}

/**
 * Whoever reads the mail of an address signs in as its account: a directory moves nobody who manages this organisation.
 * @throws {ScimRefused}
 */
async function requireMovable(stores: Stores, before: ScimUserRecord, email: string): Promise<void> {
  if (before.role === 'owner' || before.role === 'admin') {
    throw new ScimRefused(403, 'mutability', 'The e-mail address of an owner or admin is not changed by a directory.')
  }
  await requireAllowed(stores, email)
  const holder = await stores.users.byEmail(email)
  if (holder !== undefined) throw new ScimRefused(409, 'uniqueness', 'Somebody has this e-mail address already.')
}

/** @throws {ScimRefused} */
async function requireAllowed(stores: Stores, email: string): Promise<void> {
  const { allowedDomains } = await stores.organisation.read()
  const domain = parseEmailAddress(email)?.domain ?? ''
  if (allowedDomains.length > 0 && !allowedDomains.includes(domain)) {
    throw new ScimRefused(
      400,
      'invalidValue',
      'The e-mail address is of a domain that the organisation does not allow.',
    )
  }
}

const holderOfName = async (stores: Stores, userName: string): Promise<UserId | undefined> =>
  (await stores.scimUsers.named(userName.toLowerCase()))?.userId ??
  (await stores.scimUsers.list({ by: 'userName', value: userName.toLowerCase() }))[0]?.id

async function requireUser(stores: Stores, id: UserId): Promise<ScimUserRecord> {
  const [user] = await stores.scimUsers.list({ by: 'id', value: id })
  if (user === undefined) throw notThere()
  return user
}

const presented = async (stores: Stores, user: ScimUserRecord, at: Parameters<typeof presentUser>[2]) =>
  presentUser(user, await stores.scimGroups.groupsOf(user.id), at)
