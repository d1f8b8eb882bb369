import { entitySplitter } from './entity-splitter.ts'
import { frameOf } from './frame.ts'
import { withNamespaces } from './judge-piece.ts'

/** What comes at once while looking for one entity. */
const CHUNK = 1_048_576

/**
 * One entity of an aggregate as a document of its own, with the namespaces that were declared around it.
 * @param offset as its listing says @returns undefined where no entity begins there
 */
export function takeEntity(aggregate: Uint8Array, offset: number): Uint8Array<ArrayBuffer> | undefined {
  const splitter = entitySplitter()
  for (let at = 0; at < aggregate.length; at += CHUNK) {
    const piece = splitter.push(aggregate.subarray(at, at + CHUNK)).find((one) => one.offset === offset)
    if (piece) return Uint8Array.from(withNamespaces(piece.bytes, frameOf(piece.around)))
  }
  return undefined
}
