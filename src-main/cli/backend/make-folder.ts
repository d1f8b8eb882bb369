import { mkdir } from 'node:fs/promises'
import { UsageError } from '../process/usage-error.ts'

/** For its owner alone, with what is above it. @throws {UsageError} */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new UsageError(`The data folder ${path} cannot be made.`, { cause: error })
  }
}
