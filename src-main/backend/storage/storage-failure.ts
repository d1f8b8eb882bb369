export type StorageFailure =
  /** The disk is full, or the file is not to be written or read. */
  | 'unavailable'
  /** Pages of the file contradict each other. */
  | 'damaged'

const failures: readonly (readonly [prefix: string, failure: StorageFailure])[] = [
  ['SQLITE_FULL', 'unavailable'],
  ['SQLITE_IOERR', 'unavailable'],
  ['SQLITE_READONLY', 'unavailable'],
  ['SQLITE_CANTOPEN', 'unavailable'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
]

/** What the database met, where it was the database: its transaction was undone. */
export function storageFailure(error: unknown): StorageFailure | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return failures.find(([prefix]) => code.startsWith(prefix))?.[1]
}
