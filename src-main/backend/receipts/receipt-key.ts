import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Sealer, SecretPlace } from '../secrets/sealer.ts'
import type { InstallationStore } from '../storage/installation-store.ts'

const place: SecretPlace = { tenant: 'installation', record: 'installation', column: 'receipt_key' }

/** Ed25519, made at the first start, sealed in the database. @throws {SecretDamaged} */
export async function loadReceiptKey(store: InstallationStore, sealer: Sealer): Promise<KeyObject> {
  const known = (await store.read('receipt-key')) ?? (await store.keepFirst('receipt-key', makeSealedKey(sealer)))
  return createPrivateKey({ key: Buffer.from(sealer.open(place, known)), type: 'pkcs8', format: 'der' })
}

function makeSealedKey(sealer: Sealer): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return sealer.seal(place, privateKey.export({ type: 'pkcs8', format: 'der' }))
}
