import { entitySplitter } from './entity-splitter.ts'
import { type Frame, frameOf } from './frame.ts'
import { withNamespaces } from './judge-piece.ts'

/** One entity of an aggregate as a document of its own, with the namespaces that were declared around it. */
export interface StandaloneEntity {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What the EntitiesDescriptors around it say of how long it may be used. */
  readonly validity: Frame['validity']
}

/** @param offset as its listing says @returns undefined where no entity begins there */
export async function takeEntity(
  chunks: AsyncIterable<Uint8Array>,
  offset: number,
): Promise<StandaloneEntity | undefined> {
  const splitter = entitySplitter()
  for await (const chunk of chunks) {
    const piece = splitter.push(chunk).find((one) => one.offset === offset)
    if (piece === undefined) continue
    const frame = frameOf(piece.around)
    return { bytes: Uint8Array.from(withNamespaces(piece.bytes, frame)), validity: frame.validity }
  }
  return undefined
}
