import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { FILE_NAME } from './sqlite-file.ts'
import { StorageRefused } from './storage-refused.ts'

const BUSY_MILLISECONDS = 30_000

/**
 * One file with everything that was acknowledged so far, for its owner alone. Writers go on meanwhile: it is one reader's view.
 * @throws {StorageRefused} `missing`, `backup-target`
 */
export function backUpSqlite(folder: string, target: string): void {
  const source = join(folder, FILE_NAME)
  if (!existsSync(source)) throw new StorageRefused('missing')
  try {
    closeSync(openSync(target, 'wx', 0o600))
  } catch (cause) {
    throw new StorageRefused('backup-target', { cause })
  }
  try {
    const database = new Database(source)
    try {
      database.pragma(`busy_timeout = ${BUSY_MILLISECONDS}`)
      // SQLite takes a file that is there and empty.
      database.prepare('vacuum into ?').run([target])
    } finally {
      database.close()
    }
    keepOnDisk(target)
  } catch (cause) {
    rmSync(target, { force: true })
    throw new StorageRefused('backup-target', { cause })
  }
}

/** Copied beside its place, looked through, then renamed: half a database is never there. @throws {StorageRefused} */
export function restoreSqlite(backup: string, folder: string): void {
  const place = join(folder, FILE_NAME)
  if (existsSync(place)) throw new StorageRefused('exists')
  const beside = `${place}.restoring`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    closeSync(openSync(beside, 'w', 0o600))
  } catch (cause) {
    throw new StorageRefused('not-writable', { cause })
  }
  try {
    copyFileSync(backup, beside)
    requireSound(beside)
    keepOnDisk(beside)
    renameSync(beside, place)
    keepOnDisk(dirname(place))
  } catch (cause) {
    throw cause instanceof StorageRefused ? cause : new StorageRefused('backup-damaged', { cause })
  } finally {
    for (const leftover of [beside, `${beside}-wal`, `${beside}-shm`]) rmSync(leftover, { force: true })
  }
}

function requireSound(file: string): void {
  const database = new Database(file)
  try {
    const [found] = database.prepare('pragma integrity_check').all([]) as { integrity_check: string }[]
    const organisations = database.prepare("select 1 from sqlite_master where name = 'organisations'").all([])
    if (found?.integrity_check !== 'ok' || organisations.length === 0) throw new StorageRefused('backup-damaged')
  } finally {
    database.close()
  }
}

function keepOnDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
