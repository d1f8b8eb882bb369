import { constants, createHash, type KeyObject, privateDecrypt } from 'node:crypto'
import type { KeyTransport } from './algorithms.ts'
import { decodeOaep } from './decode-oaep.ts'
import { decodePkcs1 } from './decode-pkcs1.ts'
import type { EncryptedKey } from './read-encrypted.ts'

/**
 * The content key, or undefined where this private key does not open it.
 * @param keyBytes how long the content key has to be
 */
export function decryptKey(encrypted: EncryptedKey, key: KeyObject, keyBytes: number): Buffer | undefined {
  const { transport, cipherValue } = encrypted
  if (transport === undefined || key.asymmetricKeyType !== 'rsa') return undefined
  const opened = open(transport, cipherValue, key, keyBytes)
  return opened?.length === keyBytes ? opened : undefined
}

function open(transport: KeyTransport, cipherValue: Buffer, key: KeyObject, keyBytes: number): Buffer | undefined {
  if (transport.scheme === 'pkcs1-v1_5') {
    const encoded = rsaPrimitive(cipherValue, key)
    return encoded && decodePkcs1(encoded, substituteFor(cipherValue, key, keyBytes))
  }
  const { digest, mask, label } = transport
  if (digest === mask) return attempt(() => privateDecrypt({ key, oaepHash: digest, oaepLabel: label }, cipherValue))
  const encoded = rsaPrimitive(cipherValue, key)
  return encoded && decodeOaep(encoded, digest, mask, label)
}

/** Node's OpenSSL refuses v1_5 decryption (CVE-2023-46809) and knows one hash for OAEP: the padding is taken off here. */
const rsaPrimitive = (cipherValue: Buffer, key: KeyObject) =>
  attempt(() => privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, cipherValue))

/** The same for the same input, and unknown to whoever has no private key. */
const substituteFor = (cipherValue: Buffer, key: KeyObject, keyBytes: number) =>
  createHash('sha512')
    .update(key.export({ type: 'pkcs8', format: 'der' }))
    .update(cipherValue)
    .digest()
    .subarray(0, keyBytes)

function attempt(decrypt: () => Buffer): Buffer | undefined {
  try {
    return decrypt()
  } catch {
    return undefined
  }
}
