import type { Connection } from '#shared/model/connection.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import type { ReportVariant } from './evidence-report.ts'
import { reportFor } from './report-for.ts'

/**
 * The evidence of one test login for machines, two spaces to an indent, shaped as `EvidenceReport`.
 * @param variant `redacted` unless someone who may see persons asks for `full`
 */
export const reportJson = (run: TestRun, connection: Connection, variant: ReportVariant = 'redacted'): string =>
  `${JSON.stringify(reportFor(run, connection, variant), null, 2)}\n`
