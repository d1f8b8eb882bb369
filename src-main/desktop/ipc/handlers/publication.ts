import { setPublication } from '#main/workspace/connections/change-connection.ts'
import { publishDraft } from '#shared/http-api/draft.ts'
import { changeProvider, type ProviderDetail } from '#shared/http-api/provider.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { publicationIpc } from '#shared/ipc/publication.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { Publication } from '#shared/model/publication.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { keepDraft } from '../../publication/keep-draft.ts'
import { publicationOfProvider } from '../../publication/publication-of.ts'
import { askBackend } from '../../services/ask-backend.ts'
import { changeConnection } from './change-connection.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<HandlerContext, 'workspace' | 'tell' | 'tenant' | 'clock'>

export function publicationHandlers(context: Context): FeatureHandlers<typeof publicationIpc> {
  const { workspace, tenant, clock } = context
  const keep = (connection: Connection, before: Publication, provider: ProviderDetail) =>
    changeConnection(context, connection.id, setPublication(publicationOfProvider(before, provider, clock())))
  return {
    createDraft: ({ connectionId }) => keepDraft(context, workspace.get(connectionId)),
    publish: async ({ connectionId }) => {
      const connection = workspace.get(connectionId)
      const publication = onThisBackend(connection, tenant.access().baseUrl)
      if (publication.state !== 'draft') throw new InputRefused('publication.already-published')
      const receipt = receiptFor(publication, await workspace.runs.list(connectionId))
      const params = { id: publication.providerId }
      const { provider } = await askBackend(tenant, publishDraft, { params, body: { receipt } })
      return keep(connection, publication, provider)
    },
    setEnabled: async ({ connectionId, enabled }) => {
      const connection = workspace.get(connectionId)
      const publication = onThisBackend(connection, tenant.access().baseUrl)
      if (publication.state === 'draft') throw new InputRefused('publication.not-published')
      const params = { id: publication.providerId }
      const { provider } = await askBackend(tenant, changeProvider, { params, body: { enabled } })
      return keep(connection, publication, provider)
    },
  }
}

function onThisBackend({ publication }: Connection, backendUrl: string): Publication {
  if (!publication) throw new InputRefused('publication.no-draft')
  if (publication.backendUrl !== backendUrl) throw new InputRefused('publication.other-backend')
  return publication
}

/** Of the newest accepted test of exactly this configuration. @throws {InputRefused} publication.not-tested */
function receiptFor({ configurationSha256 }: Publication, newestFirst: readonly TestRun[]) {
  const tested = newestFirst.find(
    ({ target, receipt }) =>
      target === 'draft' && receipt?.verdict === 'accepted' && receipt.configurationSha256 === configurationSha256,
  )
  if (!tested?.receipt) throw new InputRefused('publication.not-tested')
  return tested.receipt
}
