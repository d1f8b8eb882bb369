export type BackendRefusal =
  /** Another program listens there. */
  | 'port-taken'
  /** The public URL is no web address, or has a path. */
  | 'public-url'
  /** The data folder cannot be made or written. */
  | 'data-folder'
  | 'data-damaged'
  /** There is no database to back up. */
  | 'data-missing'
  /** There is a database where one would be restored. */
  | 'data-exists'
  /** The backup's file exists, or cannot be written. */
  | 'backup-target'
  /** It is no backup, or its pages contradict each other. */
  | 'backup-damaged'
  /** A newer version has written the data. */
  | 'data-newer'
  /** The data was sealed with another encryption key. */
  | 'wrong-encryption-key'
  /** Not 32 bytes. */
  | 'encryption-key-length'
  /** The operator's key is no Ed25519 public key. */
  | 'licence-key'

/** The backend did not start. Its data is as it was. */
export class BackendRefused extends Error {
  override readonly name = 'BackendRefused'
  readonly reason: BackendRefusal

  constructor(reason: BackendRefusal, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}
