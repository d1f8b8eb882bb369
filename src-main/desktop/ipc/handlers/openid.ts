import { setOpenidClient, setOpenidProvider } from '#main/workspace/connections/change-connection.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { openidIpc } from '#shared/ipc/openid.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { LoadedOpenidProvider } from '#shared/model/openid-side.ts'
import { secretNameOf } from '../../openid/client-secret.ts'
import { keepClient } from '../../openid/keep-client.ts'
import { openidProviderAt, openidProviderIn } from '../../openid/load-provider.ts'
import { registerAtPracticeIdp } from '../../openid/register-at-practice.ts'
import { changeConnection } from './change-connection.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<HandlerContext, 'workspace' | 'tell' | 'secrets' | 'practiceIdp' | 'clock' | 'random'>

/** A secret is for one issuer alone: at another it would be sent to somebody it is not for. */
async function keepProvider(context: Context, id: ConnectionId, provider: LoadedOpenidProvider): Promise<Connection> {
  const { openidProvider: before, openidClient: client } = context.workspace.get(id)
  const isOther = before !== null && before.issuer !== provider.issuer
  if (isOther && client?.hasSecret) {
    await context.secrets.remove(secretNameOf(id))
    await changeConnection(context, id, setOpenidClient({ ...client, hasSecret: false }))
  }
  return changeConnection(context, id, setOpenidProvider(provider))
}

export function openidHandlers(context: Context): FeatureHandlers<typeof openidIpc> {
  const { workspace, clock } = context
  return {
    loadUrl: async ({ connectionId, url }) => {
      const provider = await openidProviderAt(url, workspace.get(connectionId), clock())
      return keepProvider(context, connectionId, provider)
    },
    loadDocument: async ({ connectionId, source: kind, name, bytes }) => {
      const source = kind === 'file' ? ({ kind, name } as const) : ({ kind } as const)
      const provider = await openidProviderIn(bytes, source, workspace.get(connectionId), clock())
      return keepProvider(context, connectionId, provider)
    },
    setClient: ({ connectionId, client }) => keepClient(context, connectionId, client),
    registerAtPracticeIdp: ({ connectionId, redirectUri }) => registerAtPracticeIdp(context, connectionId, redirectUri),
  }
}
