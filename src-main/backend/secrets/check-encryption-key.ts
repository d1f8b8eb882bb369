import { BackendRefused } from '../backend-refused.ts'
import type { InstallationStore } from '../storage/installation-store.ts'
import type { SealedValues } from '../storage/sealed-values.ts'
import { ENCRYPTION_KEY_BYTES, encryptionKeyId } from './encryption-key.ts'
import type { Sealer } from './sealer.ts'

interface Keys {
  readonly current: Uint8Array
  readonly previous: readonly Uint8Array[]
}

interface Sealed {
  readonly installation: InstallationStore
  readonly sealedValues: SealedValues
}

/**
 * That the data was sealed with this key; the first one given stays. Where it was sealed with one of the previous keys,
 * everything is sealed anew first: a key is replaced by starting once with both.
 * @returns how many values were sealed anew
 * @throws {BackendRefused} `wrong-encryption-key` or `encryption-key-length`
 * @throws {SecretDamaged} and nothing was changed
 */
export async function checkEncryptionKey(
  { installation, sealedValues }: Sealed,
  { current, previous }: Keys,
  sealer: Sealer,
): Promise<number> {
  for (const key of [current, ...previous]) {
    if (key.length !== ENCRYPTION_KEY_BYTES) throw new BackendRefused('encryption-key-length')
  }
  const keyId = encryptionKeyId(current)
  const holds = await installation.keepFirst('encryption-key-id', keyId)
  if (holds === keyId) return 0
  if (!previous.some((key) => encryptionKeyId(key) === holds)) throw new BackendRefused('wrong-encryption-key')
  return sealedValues.resealAll(keyId, (place, sealed) => sealer.seal(place, sealer.open(place, sealed)))
}
