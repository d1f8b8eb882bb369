import type { Change } from '#main/workspace/connections/change-connection.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { HandlerContext } from './handler-context.ts'

/** Changes a connection and tells every window, once it is stored. */
export async function changeConnection(
  { workspace, tell }: Pick<HandlerContext, 'workspace' | 'tell'>,
  id: ConnectionId,
  change: Change,
): Promise<Connection> {
  const connection = await workspace.change(id, change)
  tell.connections.changed(connection)
  return connection
}
