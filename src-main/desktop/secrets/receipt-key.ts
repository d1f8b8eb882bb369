import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Secrets } from './secrets.ts'

const NAME = 'receipt-key'

/** This computer's key for test receipts (Ed25519), made when it is first needed. @throws {InputRefused} when locked or lost */
export async function receiptKey(secrets: Secrets): Promise<KeyObject> {
  const kept = await secrets.get(NAME)
  if (kept) return createPrivateKey({ key: kept, type: 'pkcs8', format: 'der' })
  const { privateKey } = generateKeyPairSync('ed25519')
  await secrets.put(NAME, privateKey.export({ type: 'pkcs8', format: 'der' }))
  return privateKey
}
