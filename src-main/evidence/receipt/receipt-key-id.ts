import { createHash, createPublicKey, type KeyObject } from 'node:crypto'

/**
 * Names the key that signed a receipt: the first 16 hexadecimal digits of the SHA-256 of its SubjectPublicKeyInfo.
 * @param key private or public half, Ed25519
 */
export function receiptKeyId(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest('hex').slice(0, 16)
}
