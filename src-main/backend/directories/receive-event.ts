import { createHash } from 'node:crypto'
import { z } from 'zod'
import { DirectoryId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { type Installation, openTenant } from '../installation.ts'
import { licenceIsActive } from '../organisations/licence.ts'
import { Refused } from '../refusals/refused.ts'
import { applyUserEvent, UserEvent } from '../scim/apply-user-event.ts'
import { scimProblem } from '../scim/scim-problem.ts'
import { secretPlace } from './manage-directories.ts'
import { rememberUntil, type SignedEvent, signatureFits } from './verify-signature.ts'

/** What became of an event. */
export type Received = 'done' | 'seen-before' | 'not-for-us'

const AnyEvent = z.looseObject({ type: z.string() })

/**
 * An event of a directory. What it changes is durable, and the sessions it ends are over, before the answer; a repeated one
 * changes nothing.
 * @throws {Refused} `webhook.refused` for whatever is wrong with who sent it
 */
export async function receiveEvent(
  installation: Installation,
  directory: string,
  signed: SignedEvent,
  now: Date,
): Promise<Received> {
  const id = DirectoryId.safeParse(directory)
  const organisationId = id.success ? await installation.directory.tenantOfDirectory(id.data) : undefined
  if (!id.success || organisationId === undefined) throw new Refused('webhook.refused')
  const tenant = openTenant(installation, organisationId)
  const known = await tenant.stores.directories.byId(id.data)
  if (known === undefined) throw new Refused('webhook.refused')
  const secret = tenant.sealer.open(secretPlace(tenant, id.data), known.secretSealed)
  const fits = signatureFits(signed, secret, now) && (await licenceIsActive(tenant))
  if (!fits) throw new Refused('webhook.refused')
  const event = read(signed.body)
  return tenant.stores.inTransaction(async (stores): Promise<Received> => {
    const isNew = await stores.directories.takeEvent({
      eventSha256: createHash('sha256').update(`${id.data} ${signed.id}`).digest('hex'),
      directoryId: id.data,
      expiresAt: rememberUntil(signed.timestamp).toISOString(),
    })
    if (!isNew) return 'seen-before'
    if (event === undefined) return 'not-for-us'
    const actor = { kind: 'system', id: id.data } as const
    const context: AdminContext = { tenant: { ...tenant, stores }, actor, role: 'admin', person: null, now }
    await applyUserEvent(context, event).catch(refuse)
    return 'done'
  })
}

function refuse(error: unknown): never {
  const problem = scimProblem(error)
  if (problem === undefined) throw error
  throw new Refused('webhook.not-applied', { detail: problem.detail }, { cause: error })
}

/** @returns undefined for an event of a kind we have no use for. @throws {Refused} */
function read(body: Uint8Array): UserEvent | undefined {
  const any = AnyEvent.safeParse(parsed(body))
  if (!any.success) throw new Refused('request.not-json')
  const event = UserEvent.safeParse(any.data)
  return event.data
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}
