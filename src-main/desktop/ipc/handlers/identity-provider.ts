import { identityProviderWithSchemas } from '#main/checks/intake/from-metadata.ts'
import { setIdentityProvider } from '#main/workspace/connections/change-connection.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import {
  type identityProviderIpc,
  MAXIMUM_AGGREGATE_BYTES,
  MAXIMUM_FETCHED_AGGREGATE_BYTES,
} from '#shared/ipc/identity-provider.ts'
import type { IdentityProvider } from '#shared/model/identity-provider.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { identityProviderByHand } from '../../identity-provider/by-hand.ts'
import { fetchMetadata } from '../../identity-provider/fetch-metadata.ts'
import { changeConnection } from './change-connection.ts'
import type { HandlerContext } from './handler-context.ts'

/** The largest federation's has 100 MB, and slow servers. */
const fetchingMany = { field: 'url', maximumBytes: MAXIMUM_FETCHED_AGGREGATE_BYTES, timeoutMs: 180_000 } as const

type Context = Pick<HandlerContext, 'workspace' | 'aggregate' | 'tell' | 'clock'>

export function identityProviderHandlers(context: Context): FeatureHandlers<typeof identityProviderIpc> {
  const { workspace, aggregate, clock } = context
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
        return identityProviderWithSchemas(bytes, { source, field: 'url', now: clock(), mode })
      }),
    loadDocument: ({ connectionId, source: kind, name, bytes }) =>
      load(connectionId, async (mode) => {
        const source = kind === 'file' ? ({ kind, name } as const) : ({ kind } as const)
        return identityProviderWithSchemas(bytes, { source, field: kind, now: clock(), mode })
      }),
    openAggregate: (from) =>
      aggregate.open(async (signal) => {
        if ('url' in from) return { bytes: Uint8Array.from(await fetchMetadata(from.url, { ...fetchingMany, signal })) }
        if (from.bytes.length > MAXIMUM_AGGREGATE_BYTES) throw new InputRefused('aggregate.too-large')
        return from
      }),
    openAggregateFile: ({ path }) => {
      if (path === '') throw new InputRefused('aggregate.no-path')
      return aggregate.open(async () => ({ path }))
    },
    verifyAggregate: ({ certificates }) => aggregate.verify(certificates),
    closeAggregate: () => aggregate.close(),
    loadFromAggregate: async ({ connectionId, source, offset }) => {
      const { bytes, ...said } = await aggregate.take(offset)
      const connection = await load(connectionId, (mode) =>
        identityProviderWithSchemas(bytes, { source, field: 'aggregate', now: clock(), mode, aggregate: said }),
      )
      await aggregate.close()
      return connection
    },
    enterByHand: ({ connectionId, ...typed }) =>
      load(connectionId, async (mode) => identityProviderByHand(typed, clock(), mode)),
  }
}
