export type StorageRefusal =
  /** The folder cannot be made, or the file not be opened or written. */
  | 'not-writable'
  /** The file is not a database, or its pages contradict each other. */
  | 'damaged'
  /** A newer version has written it. */
  | 'newer'
  | 'missing'
  | 'exists'
  /** The backup's file exists, or cannot be written. */
  | 'backup-target'
  | 'backup-damaged'

/** The database could not be opened. Nothing in it was changed. */
export class StorageRefused extends Error {
  override readonly name = 'StorageRefused'
  readonly reason: StorageRefusal

  constructor(reason: StorageRefusal, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}
