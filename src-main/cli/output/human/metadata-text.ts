import { metadataVerdictWords } from '#shared/findings/verdict-words.ts'
import type { MetadataEntity } from '#shared/model/judgement.ts'
import { isAggregateReport, type ReportedMetadata } from '../../metadata/reported-metadata.ts'
import { aggregateLines, faultyEntityLines } from './aggregate-lines.ts'
import { entityLines } from './entity-lines.ts'
import { findingsLines } from './findings-lines.ts'
import { indent } from './lines.ts'
import type { Paint } from './paint.ts'
import { summaryLine } from './summary-line.ts'
import { verdictLines } from './verdict-lines.ts'

export interface JudgedMetadata {
  readonly file: string
  readonly judgement: ReportedMetadata
}

/** A picture of each judgement for someone at a terminal. @param now when certificates are asked for their expiry */
export function metadataText(judged: readonly JudgedMetadata[], paint: Paint, verbose: boolean, now: Date): string {
  const pictures = judged.map(({ file, judgement }) => metadataLines(file, judgement, paint, verbose, now).join('\n'))
  const words = judged.map(({ judgement }) => metadataVerdictWords[judgement.verdict].word)
  return `${[...pictures, ...summaryLine(words)].join('\n\n')}\n`
}

function metadataLines(file: string, judgement: ReportedMetadata, paint: Paint, verbose: boolean, now: Date): string[] {
  const { verdict, findings } = judgement
  const isMany = isAggregateReport(judgement)
  return [
    ...verdictLines(metadataVerdictWords[verdict], verdict === 'valid' ? 'passed' : 'error', file, paint),
    ...(isMany
      ? aggregateLines(judgement, paint, now)
      : judgement.entities.flatMap((entity) => one(entity, paint, now))),
    ...findingsLines(findings, paint, verbose),
    ...(isMany ? faultyEntityLines(judgement, paint, verbose) : []),
  ]
}

const one = (entity: MetadataEntity, paint: Paint, now: Date) => [
  '',
  ...indent(2, entityLines(entity, paint.width - 2, now)),
]
