import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { readBytes } from '../files/read-bytes.ts'
import type { Console } from '../process/console.ts'

/** A file, standard input, or an address: the network is used for the last only. @throws {UsageError} */
export async function readSource(source: string, console: Console): Promise<Uint8Array> {
  if (!/^https?:\/\//i.test(source)) return readBytes(source, metadataLimits.size, console)
  const { fetchMetadata } = await import('./fetch-metadata.ts')
  return fetchMetadata(source)
}
