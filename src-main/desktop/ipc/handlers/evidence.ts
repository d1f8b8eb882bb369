import { reportHtml } from '#main/evidence/report/report-html.ts'
import { reportJson } from '#main/evidence/report/report-json.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { evidenceIpc } from '#shared/ipc/evidence.ts'
import { askWhere, fileName, writeOrRefuse } from '../../storage/save-file.ts'
import type { HandlerContext } from './handler-context.ts'

type Context = Pick<HandlerContext, 'workspace' | 'dialog' | 'mainWindow'>

export const evidenceHandlers = ({ workspace, dialog, mainWindow }: Context): FeatureHandlers<typeof evidenceIpc> => ({
  saveReport: async ({ runId }) => {
    const run = await workspace.runs.get(runId)
    const connection = workspace.get(run.connectionId)
    const day = run.startedAt.slice(0, 10)
    const path = await askWhere(dialog, mainWindow(), {
      title: 'Save evidence report',
      defaultPath: `${fileName(connection.intake.displayName)}-test-login-${day}.html`,
      filters: [{ name: 'Report (HTML and JSON)', extensions: ['html'] }],
    })
    if (path === null) return null
    const base = path.replace(/\.(?:html?|json)$/i, '')
    const files = [`${base}.html`, `${base}.json`] as const
    await writeOrRefuse(files[0], reportHtml(run, connection))
    await writeOrRefuse(files[1], reportJson(run, connection))
    return [...files]
  },
})
