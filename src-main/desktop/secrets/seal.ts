import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** AES-256-GCM (NIST SP 800-38D): 96-bit nonce, 128-bit tag; binary members in Base64. */
export const Sealed = z.object({ nonce: z.base64(), tag: z.base64(), data: z.base64() })
export type Sealed = z.infer<typeof Sealed>

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** @param name of what is sealed; bound to it, so that one sealed thing cannot stand in for another */
export function seal(plain: Uint8Array, key: Uint8Array, name: string): Sealed {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name))
  const data = Buffer.concat([cipher.update(plain), cipher.final()])
  return { nonce: nonce.toString('base64'), tag: cipher.getAuthTag().toString('base64'), data: data.toString('base64') }
}

/** @returns null where the key or the name is another, or anything was changed */
export function unseal({ nonce, tag, data }: Sealed, key: Uint8Array, name: string): Buffer | null {
  try {
    const options = { authTagLength: TAG_BYTES }
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), options)
      .setAAD(Buffer.from(name))
      .setAuthTag(Buffer.from(tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()])
  } catch {
    return null
  }
}
