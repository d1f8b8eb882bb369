import { open } from 'node:fs/promises'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'

/**
 * Reads a file, or standard input for `-`.
 * @returns at most one byte more than `limit`, so that whoever judges the size sees that it is too large
 * @throws {UsageError} naming the file
 */
export async function readBytes(path: string, limit: number, console: Console): Promise<Uint8Array> {
  if (path === '-') return console.readStandardInput(limit + 1)
  try {
    return await readStart(path, limit + 1)
  } catch (error) {
    throw new UsageError(`${path} ${reasonOf(error)}`, { cause: error })
  }
}

async function readStart(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const chunks: Buffer[] = []
    let read = 0
    for await (const chunk of file.createReadStream({ end: length - 1, autoClose: false })) {
      chunks.push(chunk)
      read += chunk.length
    }
    return Buffer.concat(chunks, read)
  } finally {
    await file.close()
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist.',
  EISDIR: 'is a folder.',
  EACCES: 'may not be read by you.',
  EPERM: 'may not be read by you.',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return reasons[code] ?? `cannot be read (${code}).`
}
