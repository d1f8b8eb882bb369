import { createDecipheriv } from 'node:crypto'
import type { DataAlgorithm } from './algorithms.ts'

const GCM_IV_BYTES = 12
const GCM_TAG_BYTES = 16

/** Content of an EncryptedData (XML-Enc 1.1 §5.2); undefined where tag, length or padding do not fit. */
export function decryptData(cipherValue: Buffer, algorithm: DataAlgorithm, key: Buffer): Buffer | undefined {
  try {
    return algorithm.mode === 'gcm'
      ? decryptGcm(cipherValue, algorithm.cipher, key)
      : decryptCbc(cipherValue, algorithm, key)
  } catch {
    return undefined
  }
}

/** IV of 96 bits before, tag of 128 bits behind; a shorter tag is never accepted (§5.2.4). */
function decryptGcm(
  cipherValue: Buffer,
  cipher: (DataAlgorithm & { mode: 'gcm' })['cipher'],
  key: Buffer,
): Buffer | undefined {
  if (cipherValue.length < GCM_IV_BYTES + GCM_TAG_BYTES) return undefined
  const decipher = createDecipheriv(cipher, key, cipherValue.subarray(0, GCM_IV_BYTES), {
    authTagLength: GCM_TAG_BYTES,
  })
  decipher.setAuthTag(cipherValue.subarray(-GCM_TAG_BYTES))
  const content = cipherValue.subarray(GCM_IV_BYTES, -GCM_TAG_BYTES)
  return Buffer.concat([decipher.update(content), decipher.final()])
}

/** Only the last byte of the padding has a meaning: how long it is (§5.2.1). */
function decryptCbc(
  cipherValue: Buffer,
  { cipher, blockBytes }: DataAlgorithm & { mode: 'cbc' },
  key: Buffer,
): Buffer | undefined {
  const content = cipherValue.subarray(blockBytes)
  if (content.length === 0 || content.length % blockBytes !== 0) return undefined
  const decipher = createDecipheriv(cipher, key, cipherValue.subarray(0, blockBytes)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(content), decipher.final()])
  const padding = padded.at(-1) ?? 0
  return padding < 1 || padding > blockBytes ? undefined : padded.subarray(0, -padding)
}
