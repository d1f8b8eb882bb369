import { z } from 'zod'
import type { UserId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { readUser } from './read-user.ts'
import { createUser, deleteUser, replaceUser } from './users.ts'

/** `data` is the person as SCIM has it (RFC 7643 §4.1). */
export const UserEvent = z.looseObject({
  type: z.enum(['user.created', 'user.updated', 'user.deactivated', 'user.deleted']),
  data: z.looseObject({}),
})
export type UserEvent = z.output<typeof UserEvent>

/** As if the directory had called SCIM. Inside the transaction that takes the event. @throws {ScimRefused | Refused} */
export async function applyUserEvent(context: AdminContext, { type, data }: UserEvent): Promise<void> {
  const leaves = type === 'user.deactivated' || type === 'user.deleted'
  const body = { ...data, ...(leaves && { active: false }) }
  const id = await find(context, body)
  if (id !== undefined) {
    if (type === 'user.deleted') await deleteUser(context, id)
    else await replaceUser(context, id, body)
    return
  }
  // Who is not here has nothing to leave.
  if (!leaves) await createUser(context, body)
}

/** By the directory's own id, else by the user name, else by the address. */
async function find({ tenant }: AdminContext, body: unknown): Promise<UserId | undefined> {
  const { externalId, userName, email } = readUser(body)
  const { scimUsers } = tenant.stores
  const wanted = [
    ...(externalId === null ? [] : [{ by: 'externalId', value: externalId } as const]),
    { by: 'userName', value: userName.toLowerCase() } as const,
    { by: 'email', value: email } as const,
  ]
  for (const filter of wanted) {
    const [found] = await scimUsers.list(filter)
    if (found !== undefined) return found.id
  }
  return undefined
}
