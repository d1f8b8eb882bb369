import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { storageFailure } from './storage-failure.ts'
import { StorageRefused } from './storage-refused.ts'

export const FILE_NAME = 'claimcheck.sqlite'
const BUSY_MILLISECONDS = 5_000
/** Filled as pages are read: with 100,000 people the two megabytes of SQLite's own choice hold no index whole. */
const CACHE_KIBIBYTES = 64 * 1024
/** Pages of the log, 4 KiB each: one that many sign-ins change is then written back once. */
const CHECKPOINT_PAGES = 4_000

/**
 * Opens the one file, for its owner alone. An acknowledged write survives a killed process and a power cut: every commit of
 * the write-ahead log reaches the disk first.
 * @throws {StorageRefused}
 */
export function openSqliteFile(folder: string): Database.Database {
  const file = join(folder, FILE_NAME)
  makePrivate(folder, file)
  try {
    const database = new Database(file)
    for (const pragma of [
      `busy_timeout = ${BUSY_MILLISECONDS}`,
      'journal_mode = WAL',
      'synchronous = FULL',
      'foreign_keys = ON',
      `cache_size = -${CACHE_KIBIBYTES}`,
      `wal_autocheckpoint = ${CHECKPOINT_PAGES}`,
    ]) {
      database.pragma(pragma)
    }
    return database
  } catch (cause) {
    throw new StorageRefused(storageFailure(cause) === 'damaged' ? 'damaged' : 'not-writable', { cause })
  }
}

/** SQLite gives its log and its shared memory the mode of the file, so the file exists before SQLite opens it. */
function makePrivate(folder: string, file: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    closeSync(openSync(file, 'a', 0o600))
  } catch (cause) {
    throw new StorageRefused('not-writable', { cause })
  }
}
