import { metadataVerdictWords } from '#shared/findings/verdict-words.ts'
import type { AggregateReport } from '#shared/model/aggregate.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { MetadataJudgement } from '#shared/model/judgement.ts'

/** Of one entity, or of many. */
export type ReportedMetadata = MetadataJudgement | AggregateReport

export const isAggregateReport = (reported: ReportedMetadata): reported is AggregateReport => 'counts' in reported

export const metadataWords = ({ verdict }: ReportedMetadata) => metadataVerdictWords[verdict]

/** What reports for other tools list: each finding of an entity names that entity. */
export function metadataFindings(reported: ReportedMetadata): Finding[] {
  if (!isAggregateReport(reported)) return reported.findings
  const ofEntities = reported.entities.flatMap(({ entityId, line, findings }) => {
    const name = entityId === '' ? `The entity in line ${line}` : entityId
    return findings.map((finding) => ({ ...finding, detail: [name, finding.detail].filter(Boolean).join('\n') }))
  })
  return [...reported.findings, ...ofEntities]
}
