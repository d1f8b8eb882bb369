import { existsSync } from 'node:fs'
import { describeEntities } from '#main/checks/aggregate/describe-entities.ts'
import type { EntityDescription } from '#main/checks/aggregate/judge-piece.ts'
import { startEntityWorker } from '#main/checks/aggregate/worker/start-entity-worker.ts'
import { judgeAggregate } from '#main/checks/judge-aggregate.ts'
import type { MetadataContext } from '#main/checks/metadata/entity-context.ts'
import type { AggregateJudgement, AggregateProgress, EntityListing } from '#shared/model/aggregate.ts'
import type { Console } from '../process/console.ts'

export interface WholeAggregate {
  readonly size: number
  readonly chunks: () => AsyncIterable<Uint8Array>
}

export interface JudgedAggregate {
  readonly aggregate: AggregateJudgement
  /** All that is found of those that were asked for, in document order. */
  readonly described: readonly EntityDescription[]
}

/** Below this a second thread takes longer to start than it saves. */
const WORTH_A_WORKER = 4 * 1024 * 1024

/**
 * Judges an aggregate as it is read, in two threads where it is long; then reads again what is to be told in full.
 * Whoever sits at a terminal sees how far it is.
 */
export async function judgeWholeAggregate(
  { size, chunks }: WholeAggregate,
  context: MetadataContext,
  isWanted: (entity: EntityListing, all: readonly EntityListing[]) => boolean,
  { entityWorker, progress }: Pick<Console, 'entityWorker' | 'progress'>,
): Promise<JudgedAggregate> {
  const isLong = size >= WORTH_A_WORKER && existsSync(entityWorker)
  const helper = isLong ? startEntityWorker(entityWorker, context) : undefined
  try {
    const onProgress = progress && ((now: AggregateProgress) => progress(progressLine(now, size)))
    const aggregate = await judgeAggregate(chunks(), context, { helper, onProgress, again: chunks })
    const wanted = new Set(
      aggregate.entities.filter((entity) => isWanted(entity, aggregate.entities)).map(({ number }) => number),
    )
    const described = wanted.size === 0 ? [] : await describeEntities(chunks(), wanted, context)
    return { aggregate, described }
  } finally {
    progress?.('')
    await helper?.stop()
  }
}

const words = { entities: 'judged', signature: 'its signature read' } as const

function progressLine({ step, bytes, entities, invalid }: AggregateProgress, size: number): string {
  const share = Math.min(100, Math.floor((100 * bytes) / size))
  const faulty = invalid === 0 ? '' : `, ${invalid.toLocaleString('en')} invalid`
  return `${share} % ${words[step]}, ${entities.toLocaleString('en')} entities${faulty}`
}
