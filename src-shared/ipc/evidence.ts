import { z } from 'zod'
import { TestRunId } from '../model/ids.ts'
import { call } from './declare.ts'

export const evidenceIpc = {
  /** Writes `<name>.html` and `<name>.json` where the user says; null where they cancel. */
  saveReport: call(z.object({ runId: TestRunId }), z.array(z.string()).nullable()),
}
