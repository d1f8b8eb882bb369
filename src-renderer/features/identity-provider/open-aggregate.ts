import type { ClaimcheckApi } from '#shared/ipc/contract.ts'
import { MAXIMUM_AGGREGATE_BYTES } from '#shared/ipc/identity-provider.ts'
import type { AggregateJudgement } from '#shared/model/aggregate.ts'
import { problemOf } from '../../lib/api/ask-refused.ts'
import type { AggregateSource } from './aggregate-source.ts'

/** A file is read where it is. One that is on no disk, as out of an archive, is handed over whole while that is possible. */
export async function openAggregate(
  api: ClaimcheckApi['identityProvider'],
  input: AggregateSource['input'],
): Promise<AggregateJudgement> {
  if (!('file' in input)) return api.openAggregate(input)
  const { file } = input
  try {
    return await api.openAggregateFile(file)
  } catch (error) {
    if (problemOf(error).code !== 'aggregate.no-path' || file.size > MAXIMUM_AGGREGATE_BYTES) throw error
    return api.openAggregate({ bytes: new Uint8Array(await file.arrayBuffer()) })
  }
}
