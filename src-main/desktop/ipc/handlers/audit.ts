import { exportAudit } from '#shared/http-api/audit.ts'
import { type auditIpc, auditRoutes } from '#shared/ipc/audit.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import { askBackend } from '../../services/ask-backend.ts'
import { askWhere, fileName, writeOrRefuse } from '../../storage/save-file.ts'
import { adminHandlers } from './admin-handlers.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<HandlerContext, 'tenant' | 'dialog' | 'mainWindow' | 'clock'>

export function auditHandlers(context: Context): FeatureHandlers<typeof auditIpc> {
  const { tenant, dialog, mainWindow, clock } = context
  return {
    ...adminHandlers(context, auditRoutes),
    export: async () => {
      // Before the question where: whoever has chosen a place shall not be told then that there is nothing.
      const log = await askBackend(tenant, exportAudit, {})
      const path = await askWhere(dialog, mainWindow(), {
        title: 'Export audit log',
        defaultPath: `${fileName(organisationOf(tenant))}-audit-${clock().toISOString().slice(0, 10)}.jsonl`,
        filters: [{ name: 'JSON, one object a line', extensions: ['jsonl'] }],
      })
      if (path !== null) await writeOrRefuse(path, log)
      return path
    },
  }
}

const organisationOf = ({ status }: Context['tenant']) => (status.state === 'running' ? status.organisation : 'tenant')
