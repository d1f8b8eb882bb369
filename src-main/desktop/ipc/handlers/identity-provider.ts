import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { setIdentityProvider } from '#main/workspace/connections/change-connection.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { identityProviderIpc } from '#shared/ipc/identity-provider.ts'
import type { IdentityProvider } from '#shared/model/identity-provider.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import { identityProviderByHand } from '../../identity-provider/by-hand.ts'
import { fetchMetadata } from '../../identity-provider/fetch-metadata.ts'
import { identityProviderFrom } from '../../identity-provider/from-metadata.ts'
import { changeConnection } from './change-connection.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<HandlerContext, 'workspace' | 'tell' | 'clock'>

export function identityProviderHandlers(context: Context): FeatureHandlers<typeof identityProviderIpc> {
  const { workspace, clock } = context
  /** Whatever is refused is refused before the connection is touched. */
  const load = async (id: ConnectionId, read: (mode: JudgingMode) => Promise<IdentityProvider>) => {
    const { mode } = workspace.get(id).policy
    return changeConnection(context, id, setIdentityProvider(await read(mode)))
  }
  return {
    loadUrl: ({ connectionId, url }) =>
      load(connectionId, async (mode) => {
        const bytes = await fetchMetadata(url, { field: 'url' })
        const source = { kind: 'url', url: url.trim() } as const
        const schemaValidator = await loadSchemaValidator()
        return identityProviderFrom(bytes, { source, field: 'url', now: clock(), mode, schemaValidator })
      }),
    loadDocument: ({ connectionId, source: kind, name, bytes }) =>
      load(connectionId, async (mode) => {
        const source = kind === 'file' ? ({ kind, name } as const) : ({ kind } as const)
        const schemaValidator = await loadSchemaValidator()
        return identityProviderFrom(bytes, { source, field: kind, now: clock(), mode, schemaValidator })
      }),
    enterByHand: ({ connectionId, ...typed }) =>
      load(connectionId, async (mode) => identityProviderByHand(typed, clock(), mode)),
  }
}
