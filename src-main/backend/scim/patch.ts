import SCIMMY from 'scimmy'
import { z } from 'zod'
import { booleanOf, withBooleans } from './read-user.ts'
import { ScimRefused } from './scim-refused.ts'

const Operation = z.looseObject({
  op: z.string(),
  path: z.string().max(1_000).optional(),
  value: z.unknown().optional(),
})
const Patch = z.object({ schemas: z.array(z.string()), Operations: z.array(Operation).min(1).max(1_000) })

/** Attributes of extensions that we do not have: what is not kept cannot be changed, and is no fault of the sender. */
const EXTENSION = /^urn:ietf:params:scim:schemas:extension:/i

/**
 * The resource as the operations make it (RFC 7644 §3.5.2).
 * @param body of a PATCH request
 * @throws {ScimRefused | SCIMMY.Types.Error}
 */
export async function patched<Resource extends SCIMMY.Types.Schema>(
  resource: Resource,
  body: unknown,
): Promise<Resource> {
  const { data, error } = Patch.safeParse(body)
  if (data === undefined) throw new ScimRefused(400, 'invalidSyntax', error.issues[0]?.message ?? 'This is no PatchOp.')
  const operations = data.Operations.filter(({ path }) => path === undefined || !EXTENSION.test(path)).map(plain)
  if (operations.length === 0) return resource
  type PatchOp = ConstructorParameters<typeof SCIMMY.Messages.PatchOp>[0]
  const message = new SCIMMY.Messages.PatchOp({ schemas: data.schemas, Operations: operations } as PatchOp)
  return (await message.apply(resource)) ?? resource
}

function plain({ op, path, value }: z.infer<typeof Operation>) {
  const operation = { op, ...(path !== undefined && { path }) }
  if (value === undefined) return operation
  if (path?.toLowerCase() === 'active') return { ...operation, value: booleanOf(value) }
  if (path !== undefined || typeof value !== 'object' || value === null) return { ...operation, value }
  const kept = Object.entries(value).filter(([name]) => !EXTENSION.test(name))
  return { ...operation, value: withBooleans(Object.fromEntries(kept)) }
}
