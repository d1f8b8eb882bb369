import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { chunksOf } from '#main/checks/aggregate/chunks-of.ts'
import { MAXIMUM_AGGREGATE_FILE_BYTES } from '#shared/ipc/identity-provider.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'

/** Where an aggregate's bytes are: at hand, or in a file that somebody chose. */
export type AggregateOrigin = { readonly bytes: Uint8Array } | { readonly path: string }

/** Its bytes, as often as they are asked for. */
export type AggregateChunks = () => AsyncIterable<Uint8Array>

/** Progress is told once for each. */
const CHUNK = 262_144

/** A file stays where it is and is read each time. @throws {InputRefused} where it is none, or more than is read */
export async function openOrigin(origin: AggregateOrigin): Promise<AggregateChunks> {
  if ('bytes' in origin) return () => chunksOf(origin.bytes)
  const first = await stampOf(origin.path)
  if (first.size > MAXIMUM_AGGREGATE_FILE_BYTES) throw new InputRefused('aggregate.too-large')
  return () => unchanged(origin.path, first)
}

/** What was listed and judged is what is taken out later: a file that somebody wrote to meanwhile is refused. */
async function* unchanged(path: string, first: Stamp): AsyncGenerator<Uint8Array> {
  await requireSame(path, first)
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) yield chunk as Buffer
  await requireSame(path, first)
}

async function requireSame(path: string, first: Stamp): Promise<void> {
  const { size, modified } = await stampOf(path)
  if (size !== first.size || modified !== first.modified) throw new InputRefused('aggregate.changed')
}

interface Stamp {
  readonly size: number
  readonly modified: number
}

async function stampOf(path: string): Promise<Stamp> {
  const file = await stat(path).catch((cause: unknown) => {
    throw new InputRefused('aggregate.unreadable', null, { cause })
  })
  if (!file.isFile()) throw new InputRefused('aggregate.unreadable')
  return { size: file.size, modified: file.mtimeMs }
}
