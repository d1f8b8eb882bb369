import { open } from 'node:fs/promises'
import { UsageError } from '../process/usage-error.ts'
import type { NewFile } from './make-key.ts'

const refusals: Readonly<Record<string, string>> = {
  EEXIST: 'is there already, and nothing is overwritten. Choose another folder with --out.',
  ENOENT: 'cannot be made: its folder does not exist.',
  EACCES: 'cannot be written by you.',
}

/** Writes files that are not there yet, each whole or not at all. @throws {UsageError} naming the first that cannot be made */
export async function writeNewFiles(files: readonly NewFile[]): Promise<void> {
  // All are made before any is filled: a key without its certificate is of no use.
  const handles = []
  for (const { path, isSecret } of files) {
    try {
      handles.push(await open(path, 'wx', isSecret ? 0o600 : 0o644))
    } catch (error) {
      await undo(files.slice(0, handles.length), handles)
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      throw new UsageError(`${path} ${refusals[code] ?? `cannot be written (${code}).`}`, { cause: error })
    }
  }
  for (const [index, handle] of handles.entries()) {
    await handle.writeFile(files[index]?.content ?? '')
    await handle.close()
  }
}

async function undo(files: readonly NewFile[], handles: readonly Awaited<ReturnType<typeof open>>[]): Promise<void> {
  const { rm } = await import('node:fs/promises')
  for (const handle of handles) await handle.close()
  for (const { path } of files) await rm(path)
}
