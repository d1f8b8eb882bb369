import type { SafeStorage } from 'electron'

/** The operating system's own way to keep a secret for this user. */
export interface Keychain {
  readonly isAvailable: () => boolean
  readonly seal: (plain: string) => Buffer
  /** @throws where the keychain does not know it any more */
  readonly open: (sealed: Buffer) => string
}

/** On Linux without a keyring Electron would "encrypt" with a password that everybody knows: that is no keychain. */
export function systemKeychain(safeStorage: SafeStorage, platform: NodeJS.Platform): Keychain {
  const isBacked = () =>
    platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
  return {
    isAvailable: () => safeStorage.isEncryptionAvailable() && isBacked(),
    seal: (plain) => safeStorage.encryptString(plain),
    open: (sealed) => safeStorage.decryptString(sealed),
  }
}
