import { BackendRefused } from '../backend-refused.ts'
import type { InstallationStore } from '../storage/installation-store.ts'
import { ENCRYPTION_KEY_BYTES, encryptionKeyId } from './encryption-key.ts'

/**
 * That this is the key the data was sealed with; the first one given stays.
 * @throws {BackendRefused} `wrong-encryption-key` or `encryption-key-length`
 */
export async function checkEncryptionKey(store: InstallationStore, key: Uint8Array): Promise<void> {
  if (key.length !== ENCRYPTION_KEY_BYTES) throw new BackendRefused('encryption-key-length')
  const keyId = encryptionKeyId(key)
  if ((await store.keepFirst('encryption-key-id', keyId)) !== keyId) throw new BackendRefused('wrong-encryption-key')
}
