import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { encryptionKeyId } from './encryption-key.ts'

/** Where a secret lives. A sealed value opens there and nowhere else. */
export interface SecretPlace {
  readonly tenant: string
  readonly record: string
  readonly column: string
}

export interface Sealer {
  readonly seal: (place: SecretPlace, secret: Uint8Array) => string
  /** @throws {SecretDamaged} */
  readonly open: (place: SecretPlace, sealed: string) => Uint8Array
  /** 32 bytes that follow from `input` for whoever has the encryption key, and for nobody else; others for every purpose. */
  readonly derive: (purpose: string, input: string) => Uint8Array
}

/** A sealed value was moved, changed, or sealed with another key. It is never read as empty. */
export class SecretDamaged extends Error {
  override readonly name = 'SecretDamaged'

  constructor(place: SecretPlace, options?: ErrorOptions) {
    super(`${place.record} ${place.column}`, options)
  }
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
const DERIVED_BYTES = 32
const VERSION = 'v1'

/**
 * AES-256-GCM, bound to record, tenant and column by its additional data.
 * Written `v1.<key id>.<Base64url of nonce, ciphertext and tag>`.
 * @param previous keys that still open what they sealed
 */
export function createSealer(
  key: Uint8Array,
  random: (bytes: number) => Uint8Array,
  previous: readonly Uint8Array[] = [],
): Sealer {
  const keyId = encryptionKeyId(key)
  const keys = new Map([...previous, key].map((one) => [encryptionKeyId(one), one]))
  return {
    derive: (purpose, input) =>
      new Uint8Array(hkdfSync('sha256', key, Buffer.from(input, 'utf8'), `claimcheck ${purpose}`, DERIVED_BYTES)),

    seal(place, secret) {
      const nonce = random(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
      cipher.setAAD(additionalData(place, keyId))
      const sealed = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
      return `${VERSION}.${keyId}.${sealed.toString('base64url')}`
    },

    open(place, sealed) {
      const [version, sealedWith = '', text] = sealed.split('.')
      const opener = keys.get(sealedWith)
      if (version !== VERSION || opener === undefined || text === undefined) throw new SecretDamaged(place)
      const bytes = Buffer.from(text, 'base64url')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new SecretDamaged(place)
      try {
        const nonce = bytes.subarray(0, NONCE_BYTES)
        const decipher = createDecipheriv('aes-256-gcm', opener, nonce, { authTagLength: TAG_BYTES })
        decipher.setAAD(additionalData(place, sealedWith))
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
      } catch (cause) {
        throw new SecretDamaged(place, { cause })
      }
    },
  }
}

const additionalData = ({ tenant, record, column }: SecretPlace, keyId: string) =>
  Buffer.from(JSON.stringify([VERSION, keyId, tenant, record, column]), 'utf8')
