import { chunksOf } from '#main/checks/aggregate/chunks-of.ts'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import type { MetadataContext } from '#main/checks/metadata/entity-context.ts'
import { unpackMessage } from '#main/inspect/unpack/unpack-message.ts'
import type { EntityListing } from '#shared/model/aggregate.ts'
import type { Judged } from '../judging/judge-inputs.ts'
import type { OutputOptions } from '../output/output-options.ts'
import type { Console } from '../process/console.ts'
import { judgeWholeAggregate, type WholeAggregate } from './judge-whole-aggregate.ts'
import { isAggregate, type MetadataSource, MOST_IN_MEMORY } from './metadata-source.ts'
import type { ReportedMetadata } from './reported-metadata.ts'

export type JudgedSource = Omit<Judged<ReportedMetadata>, 'file'>

/** Entities of a small aggregate, shown one by one. */
const FEW = 3

/** One entity is judged whole; many are judged as they are read. */
export async function judgeSource(
  source: MetadataSource,
  context: MetadataContext,
  output: OutputOptions,
  console: Console,
): Promise<JudgedSource> {
  if (source.kind === 'file') return judgeMany(source, true, context, output, console)
  const { bytes, wrappings } = unpackMessage(source.bytes, MOST_IN_MEMORY)
  const placesAreInFile = wrappings.length === 0
  if (!isAggregate(bytes)) return { judgement: judgeMetadata(bytes, context), placesAreInFile }
  return judgeMany({ size: bytes.length, chunks: () => chunksOf(bytes) }, placesAreInFile, context, output, console)
}

async function judgeMany(
  whole: WholeAggregate,
  placesAreInFile: boolean,
  context: MetadataContext,
  { verbose }: OutputOptions,
  console: Console,
): Promise<JudgedSource> {
  const isFaulty = ({ errors, warnings }: EntityListing) => errors.length + warnings.length > 0
  const isWhole = (count: number) => verbose === true || count <= FEW
  const isWanted = (entity: EntityListing, { length }: readonly EntityListing[]) => isFaulty(entity) || isWhole(length)
  const { aggregate, described } = await judgeWholeAggregate(whole, context, isWanted, console)
  const byNumber = new Map(described.map((one) => [one.listing.number, one]))
  const entities = aggregate.entities.map((listing) => {
    const { findings = [], entity = null } = byNumber.get(listing.number) ?? {}
    return {
      ...listing,
      entity: isWhole(aggregate.entities.length) ? entity : null,
      findings: findings.filter(({ severity }) => severity !== 'passed'),
    }
  })
  return { judgement: { ...aggregate, entities }, placesAreInFile }
}
