import type { MetadataContext } from '../metadata/entity-context.ts'
import { entitySplitter } from './entity-splitter.ts'
import { frameOf } from './frame.ts'
import { describePiece, type EntityDescription } from './judge-piece.ts'

/**
 * All that is found of the entities that are asked for, in document order. It takes the bytes of the aggregate once more.
 * @param wanted numbers, as their listings say
 */
export async function describeEntities(
  chunks: AsyncIterable<Uint8Array>,
  wanted: ReadonlySet<number>,
  context: MetadataContext,
): Promise<EntityDescription[]> {
  const descriptions: EntityDescription[] = []
  const splitter = entitySplitter()
  let number = 0
  for await (const chunk of chunks) {
    for (const { around, ...piece } of splitter.push(chunk)) {
      if (wanted.has(number)) descriptions.push(describePiece({ ...piece, number }, frameOf(around), context))
      number += 1
    }
    if (descriptions.length === wanted.size) break
  }
  return descriptions
}
