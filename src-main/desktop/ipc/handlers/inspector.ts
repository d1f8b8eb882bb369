import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { inspectorIpc } from '#shared/ipc/inspector.ts'
import { inspectedAgainst } from '../../inspector/inspected-against.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<HandlerContext, 'workspace' | 'secrets' | 'inspector'>

export const inspectorHandlers = ({
  workspace,
  secrets,
  inspector,
}: Context): FeatureHandlers<typeof inspectorIpc> => ({
  inspect: async ({ bytes, connectionId }) =>
    inspector.inspect(bytes, connectionId && (await inspectedAgainst(workspace.get(connectionId), secrets))),
  prepare: () => inspector.prepare(),
  cancel: () => inspector.cancel(),
})
