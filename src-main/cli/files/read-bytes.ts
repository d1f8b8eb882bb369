import { closeSync, openSync, readSync } from 'node:fs'
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
    return readStart(path, limit + 1)
  } catch (error) {
    throw new UsageError(`${path} ${reasonOf(error)}`, { cause: error })
  }
}

/** Without waiting: one file is read at a time, and what Node has for reading beside other work takes longer to load. */
function readStart(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const chunks: Buffer[] = []
    let read = 0
    while (read < length) {
      const chunk = Buffer.allocUnsafe(Math.min(length - read, CHUNK))
      const taken = readSync(file, chunk)
      if (taken === 0) break
      chunks.push(chunk.subarray(0, taken))
      read += taken
    }
    return Buffer.concat(chunks, read)
  } finally {
    closeSync(file)
  }
}

const CHUNK = 1 << 16

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
