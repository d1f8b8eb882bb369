import { UsageError } from './usage-error.ts'

let taken = false

/**
 * All of standard input, `limit` bytes at most.
 * @throws {UsageError} the second time: it can be read once
 */
export async function readStandardInput(limit: number): Promise<Uint8Array> {
  if (taken) throw new UsageError('"-" can be given once only: standard input is read once.')
  taken = true
  const chunks: Buffer[] = []
  let read = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk)
    read += chunk.length
    if (read >= limit) break
  }
  return Buffer.concat(chunks, Math.min(read, limit))
}
