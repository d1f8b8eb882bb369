import { changeIntake, changeMapping, changePolicy } from '#main/workspace/connections/change-connection.ts'
import type { connectionsIpc } from '#shared/ipc/connections.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import { changeConnection } from './change-connection.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<HandlerContext, 'workspace' | 'tell'>

/** @param stopRun ends a test login of the connection, if one is under way */
export function connectionsHandlers(
  context: Context,
  stopRun: (connectionId: string) => Promise<void>,
): FeatureHandlers<typeof connectionsIpc> {
  const { workspace, tell } = context
  return {
    list: async () => [...workspace.list()],
    get: async ({ id }) => workspace.get(id),
    create: async ({ intake }) => {
      const connection = await workspace.create(intake)
      tell.connections.changed(connection)
      return connection
    },
    changeIntake: ({ id, intake }) => changeConnection(context, id, changeIntake(intake)),
    changeMapping: ({ id, mapping }) => changeConnection(context, id, changeMapping(mapping)),
    changePolicy: ({ id, policy }) => changeConnection(context, id, changePolicy(policy)),
    remove: async ({ id }) => {
      await stopRun(id)
      await workspace.remove(id)
      tell.connections.removed({ id })
    },
    restore: async ({ id }) => {
      const connection = await workspace.restore(id)
      tell.connections.changed(connection)
      return connection
    },
  }
}
