import { createHash } from 'node:crypto'
import type { OaepHash } from './algorithms.ts'

/**
 * EME-OAEP decoding (RFC 8017 §7.1.2 step 3), for a digest that differs from the mask's: no runtime offers that.
 * Runs in time that does not depend on where the encoding is wrong.
 * @param encoded the RSA primitive's output, as long as the modulus
 * @returns undefined where it is no such encoding
 */
export function decodeOaep(encoded: Buffer, digest: OaepHash, mask: OaepHash, label: Buffer): Buffer | undefined {
  const labelHash = createHash(digest).update(label).digest()
  const length = labelHash.length
  if (encoded.length < 2 * length + 2) return undefined
  const maskedSeed = encoded.subarray(1, 1 + length)
  const maskedBlock = encoded.subarray(1 + length)
  const seed = xor(maskedSeed, generateMask(maskedBlock, length, mask))
  const block = xor(maskedBlock, generateMask(seed, maskedBlock.length, mask))

  let wrong = encoded[0] ?? 1
  for (let index = 0; index < length; index += 1) wrong |= (block[index] ?? 0) ^ (labelHash[index] ?? 0)
  let separator = 0
  let looking = 1
  for (let index = length; index < block.length; index += 1) {
    const byte = block[index] ?? 0
    const isOne = Number(byte === 1) & looking
    separator |= isOne * index
    wrong |= looking & Number(byte !== 0) & Number(byte !== 1)
    looking &= ~isOne & 1
  }
  wrong |= looking
  return wrong === 0 ? Buffer.from(block.subarray(separator + 1)) : undefined
}

/** MGF1 (RFC 8017 §B.2.1). */
function generateMask(seed: Buffer, length: number, hash: OaepHash): Buffer {
  const parts: Buffer[] = []
  for (let counter = 0, done = 0; done < length; counter += 1) {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const part = createHash(hash).update(seed).update(count).digest()
    parts.push(part)
    done += part.length
  }
  return Buffer.concat(parts).subarray(0, length)
}

const xor = (left: Buffer, right: Buffer) => Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)))
