import { setPublication } from '#main/workspace/connections/change-connection.ts'
import { previewChange } from '#shared/http-api/change-trial.ts'
import { publishDraft } from '#shared/http-api/draft.ts'
import { changeProvider, getProvider, type ProviderChange, type ProviderDetail } from '#shared/http-api/provider.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { publicationIpc } from '#shared/ipc/publication.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { Publication } from '#shared/model/publication.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { triedChange, wholeChange } from '../../publication/change-of.ts'
import { comparePublication } from '../../publication/compare-publication.ts'
import { keepDraft } from '../../publication/keep-draft.ts'
import { previousConfiguration } from '../../publication/previous-configuration.ts'
import { publicationOfProvider } from '../../publication/publication-of.ts'
import { askBackend } from '../../services/ask-backend.ts'
import { changeConnection } from './change-connection.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<HandlerContext, 'workspace' | 'tell' | 'tenant' | 'secrets' | 'clock'>

export function publicationHandlers(context: Context): FeatureHandlers<typeof publicationIpc> {
  const { workspace, tenant, secrets, clock } = context
  const open = (connectionId: ConnectionId) => {
    const connection = workspace.get(connectionId)
    return { connection, publication: onThisBackend(connection, tenant.access().baseUrl) }
  }
  const openPublished = (connectionId: ConnectionId) => {
    const opened = open(connectionId)
    if (opened.publication.state === 'draft') throw new InputRefused('publication.not-published')
    return opened
  }
  const keep = (connection: Connection, before: Publication, provider: ProviderDetail) =>
    changeConnection(context, connection.id, setPublication(publicationOfProvider(before, provider, clock())))
  const change = async (connection: Connection, publication: Publication, body: ProviderChange, version?: string) => {
    const params = { id: publication.providerId }
    const { provider } = await askBackend(tenant, changeProvider, { params, body, version })
    return keep(connection, publication, provider)
  }
  return {
    createDraft: ({ connectionId }) => keepDraft(context, workspace.get(connectionId)),
    publish: async ({ connectionId }) => {
      const { connection, publication } = open(connectionId)
      const params = { id: publication.providerId }
      if (publication.state === 'draft') {
        const receipt = receiptFor(publication, await workspace.runs.list(connectionId))
        const { provider } = await askBackend(tenant, publishDraft, { params, body: { receipt } })
        return keep(connection, publication, provider)
      }
      const { provider } = await askBackend(tenant, getProvider, { params })
      const body = await triedChange(secrets, connection)
      const { preview } = await askBackend(tenant, previewChange, { params, body })
      if (!preview.tested) throw new InputRefused('publication.not-tested')
      return change(connection, publication, body, provider.version)
    },
    compare: async ({ connectionId }) => {
      const { connection, publication } = openPublished(connectionId)
      return comparePublication(tenant, secrets, connection, publication)
    },
    undo: async ({ connectionId, reason }) => {
      const { connection, publication } = openPublished(connectionId)
      const { provider } = await askBackend(tenant, getProvider, { params: { id: publication.providerId } })
      if (provider.type !== 'saml') throw new InputRefused('publication.nothing-to-undo')
      const previous = await previousConfiguration(tenant, provider)
      if (!previous?.hasSameKey) throw new InputRefused('publication.nothing-to-undo')
      const override = reason === undefined ? {} : { override: { reason } }
      return change(connection, publication, { ...wholeChange(previous), ...override }, provider.version)
    },
    setEnabled: async ({ connectionId, enabled }) => {
      const { connection, publication } = openPublished(connectionId)
      return change(connection, publication, { enabled })
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
