import type { Connection } from '#shared/model/connection.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { buildReport } from './build/build-report.ts'
import type { EvidenceReport, ReportVariant } from './evidence-report.ts'
import { redactReport } from './redact/redact-report.ts'

/** The evidence of one test login, as the variant asks. */
export function reportFor(run: TestRun, connection: Connection, variant: ReportVariant): EvidenceReport {
  const full = buildReport(run, connection)
  return variant === 'full' ? full : redactReport(full)
}
