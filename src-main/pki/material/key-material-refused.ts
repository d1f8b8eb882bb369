/** Why nothing could be taken out of what was given. */
export type KeyMaterialRefusal =
  | 'empty'
  | 'too-large'
  | 'web-page'
  | 'java-keystore'
  | 'ssh-key'
  | 'openpgp'
  /** A PKCS#12 file that opens with no passphrase or an empty one only after it was told. */
  | 'passphrase-needed'
  | 'passphrase-wrong'
  /** It asks for more key derivation than anything honest does. */
  | 'too-costly'
  | 'damaged'
  | 'not-key-material'

/** Carries the reason alone: what was given may be a private key and is never kept. */
export class KeyMaterialRefused extends Error {
  override readonly name = 'KeyMaterialRefused'
  readonly reason: KeyMaterialRefusal

  constructor(reason: KeyMaterialRefusal) {
    super(reason)
    this.reason = reason
  }
}
