import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Files that were being written when the computer stopped end so; they hold nothing that was promised. */
export const TEMPORARY_SUFFIX = '.writing'

/**
 * Replaces a file as a whole: a reader, and the next start after a loss of power, sees the old content or the new one.
 * Resolves once the new one is on the disk.
 * @param mode of the file; only the owner may read it unless said otherwise
 */
export async function writeAtomically(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}${TEMPORARY_SUFFIX}`)
  try {
    await writeThrough(temporary, content, mode)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

async function writeThrough(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename is durable once its folder is (fsync(2)). Windows cannot open folders, and needs not: NTFS logs renames. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
