import { setOpenidClient, setOpenidProvider } from '#main/workspace/connections/change-connection.ts'
import type { TypedClient } from '#shared/ipc/openid.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { ClientKey } from '#shared/model/openid-side.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { changeConnection } from '../ipc/handlers/change-connection.ts'
import type { HandlerContext } from '../ipc/handlers/handler-context.ts'
import { sealClientKey, sealSecret } from './client-secret.ts'
import { judgedAgain } from './load-provider.ts'
import { makeClientKey } from './make-client-key.ts'
import { readClient } from './read-client.ts'

type Context = Pick<HandlerContext, 'workspace' | 'tell' | 'secrets' | 'clock'>

/**
 * Stores the client; its secret is sealed first, so that none is ever lost between the two. The provider's description is
 * judged again: whether it takes this client's way to authenticate is part of it. @throws {InputRefused} naming the field
 */
export async function keepClient(context: Context, id: ConnectionId, typed: TypedClient): Promise<Connection> {
  const { workspace, clock } = context
  const before = workspace.get(id).openidClient
  const read = readClient(typed)
  const wantsSecret = read.authentication.startsWith('client_secret_')
  if (wantsSecret && typed.clientSecret === '' && !before?.hasSecret)
    throw new InputRefused('openid.secret-missing', 'clientSecret')
  if (typed.clientSecret !== '') await sealSecret(context.secrets, id, typed.clientSecret)
  const key = read.authentication === 'private_key_jwt' ? (before?.key ?? (await newKey(context, id))) : null
  const hasSecret = typed.clientSecret !== '' || (before?.hasSecret ?? false)
  const changedAt = clock().toISOString()
  const connection = await changeConnection(
    context,
    id,
    setOpenidClient({ ...read, hasSecret, key: key ?? before?.key ?? null, changedAt }),
  )
  if (connection.openidProvider === null) return connection
  return changeConnection(context, id, setOpenidProvider(judgedAgain(connection.openidProvider, connection, clock())))
}

async function newKey({ secrets }: Context, id: ConnectionId): Promise<ClientKey> {
  const { key, privateKey } = await makeClientKey()
  await sealClientKey(secrets, id, key.keyId, privateKey)
  return key
}
