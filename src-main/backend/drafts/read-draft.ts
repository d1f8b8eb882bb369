import type { Draft } from '#shared/http-api/draft.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { type Connection, findConnectionIn, pageOfConnections } from '../connections/connection.ts'
import { byCreation, pageOf } from '../lists/page-of.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'
import { presentDraft } from './present-draft.ts'

/** @throws {Refused} `draft.not-found`, for another organisation's too */
export async function readDraft({ tenant }: AdminContext, id: ConnectionId): Promise<Draft> {
  return presentDraft(await requireDraft(tenant.stores, id), tenant)
}

/** @throws {Refused} `request.cursor` */
export async function listDrafts(
  { tenant }: AdminContext,
  asked: { readonly limit: number; readonly cursor?: string | undefined },
) {
  const { stores } = tenant
  const { rows, next } = await pageOf(asked, (page) => pageOfConnections(stores, 'draft', page), byCreation)
  const drafts = rows.map((draft) => presentDraft(draft, tenant))
  return { drafts, total: await stores.connections.count('draft'), ...next }
}

export async function requireDraft(stores: Stores, id: ConnectionId): Promise<Connection> {
  const draft = await findConnectionIn(stores, id, 'draft')
  if (draft === undefined) throw new Refused('draft.not-found')
  return draft
}
