import { RouteRefused } from '#main/net/route-refused.ts'
import { setPublication } from '#main/workspace/connections/change-connection.ts'
import { changeDraft, createDraft, type Draft } from '#shared/http-api/draft.ts'
import type { Connection } from '#shared/model/connection.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { changeConnection } from '../ipc/handlers/change-connection.ts'
import type { HandlerContext } from '../ipc/handlers/handler-context.ts'
import { askBackend } from '../services/ask-backend.ts'
import { draftBody } from './draft-body.ts'
import { type OpenidBody, openidBody, wholeOpenidChange } from './openid-body.ts'
import { publicationOfDraft } from './publication-of.ts'

type Context = Pick<HandlerContext, 'workspace' | 'tell' | 'tenant' | 'secrets'>
type Body = ReturnType<typeof draftBody> | OpenidBody

/**
 * The draft on the running backend, as the connection is now: made where there is none, brought up to date where there is.
 * So what is tested is what is on the screen.
 */
export async function keepDraft(context: Context, connection: Connection): Promise<Connection> {
  const { baseUrl } = context.tenant.access()
  const { publication } = connection
  const isOpenid = connection.intake.protocol === 'oidc'
  const body = isOpenid ? await openidBody(context.secrets, connection) : draftBody(connection)
  const isHere = publication?.backendUrl === baseUrl
  if (isHere && publication.state !== 'draft') throw new InputRefused('publication.already-published')
  const draft =
    (isHere ? await changed(context, publication.providerId, body) : undefined) ?? (await created(context, body))
  const next = publicationOfDraft(draft, baseUrl)
  const isSame =
    isHere && publication.configurationSha256 === next.configurationSha256 && publication.providerId === next.providerId
  return isSame ? connection : changeConnection(context, connection.id, setPublication(next))
}

const created = async ({ tenant }: Context, body: Body): Promise<Draft> =>
  (await askBackend(tenant, createDraft, { body })).draft

/** @returns undefined where the backend has lost or deleted it */
async function changed({ tenant }: Context, id: Connection['id'], body: Body): Promise<Draft | undefined> {
  const change = 'type' in body ? wholeOpenidChange(body) : body
  try {
    return (await askBackend(tenant, changeDraft, { params: { id }, body: change })).draft
  } catch (error) {
    const { cause } = error as Error
    if (cause instanceof RouteRefused && cause.refusal.error === 'not_found') return undefined
    throw error
  }
}
