import type { Connection } from '#shared/model/connection.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import type { ReportVariant } from './evidence-report.ts'
import { page } from './html/page.ts'
import { reportFor } from './report-for.ts'

/**
 * The evidence of one test login for people: one HTML file that needs nothing else, runs no script and asks nothing of the network.
 * @param variant `redacted` unless someone who may see persons asks for `full`
 */
export const reportHtml = (run: TestRun, connection: Connection, variant: ReportVariant = 'redacted'): string =>
  page(reportFor(run, connection, variant)).markup
