import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { readRootTag } from '#main/inspect/look/read-root-tag.ts'
import { readBytes } from '../files/read-bytes.ts'
import type { Console } from '../process/console.ts'

/** What is to be judged: in memory, or a file of many entities that is read as it is judged, and again. */
export type MetadataSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly size: number; readonly chunks: () => AsyncIterable<Uint8Array> }

/** What comes over a pipe or the network is held in memory: the largest federation's takes 100 MB. */
export const MOST_IN_MEMORY = 160 * 1024 * 1024
/** Enough to see the outermost element behind a declaration and a comment. */
const LOOKED_AT = 65_536
const CHUNK = 65_536

/** A file, standard input, or an address: the network is used for the last only. @throws {UsageError} */
export async function metadataSource(source: string, console: Console): Promise<MetadataSource> {
  if (/^https?:\/\//i.test(source)) {
    const { fetchMetadata } = await import('./fetch-metadata.ts')
    return { kind: 'bytes', bytes: await fetchMetadata(source, MOST_IN_MEMORY) }
  }
  const size = source === '-' ? undefined : await sizeOfAggregate(source)
  if (size === undefined) return { kind: 'bytes', bytes: await readBytes(source, MOST_IN_MEMORY, console) }
  return { kind: 'file', size, chunks: () => createReadStream(source, { highWaterMark: CHUNK }) }
}

/** Whether the document holds the metadata of several, by its outermost element. */
export const isAggregate = (bytes: Uint8Array): boolean =>
  readRootTag(new TextDecoder().decode(bytes.subarray(0, LOOKED_AT)))?.local === 'EntitiesDescriptor'

/** Undefined where it is no regular file that begins as an aggregate does. What cannot be opened is told by whoever reads it. */
async function sizeOfAggregate(path: string): Promise<number | undefined> {
  try {
    const { size } = await stat(path).then((file) => (file.isFile() ? file : { size: 0 }))
    if (size === 0) return undefined
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(LOOKED_AT) })
      return isAggregate(buffer.subarray(0, bytesRead)) ? size : undefined
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}
