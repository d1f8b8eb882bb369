import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import type { Json, JsonObject } from '../token/parse-json.ts'

/** One key of a provider's key set (RFC 7517 §4), as it was published. */
export interface ProviderKey {
  readonly id: string | null
  readonly type: string
  readonly curve: string | null
  readonly use: string | null
  readonly operations: readonly string[] | null
  readonly algorithm: string | null
  /** Base64 of DER, its own certificate first. */
  readonly certificates: readonly string[]
  /** Private or shared parts were published with it. */
  readonly secretShown: boolean
  /** Undefined where this runtime cannot read it. */
  readonly key: KeyObject | undefined
  /** Of RSA; null where it is no RSA key or cannot be read. */
  readonly bits: number | null
  /** RFC 7638, SHA-256 in base64url: names the key whatever its `kid`. Null where required members are missing. */
  readonly thumbprint: string | null
  /** JSON Pointer into the key set. */
  readonly pointer: string
}

const privateParts = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']
/** Required members in lexicographic order (RFC 7638 §3.2). */
const required: Readonly<Record<string, readonly string[]>> = {
  RSA: ['e', 'kty', 'n'],
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
}

export function readProviderKey(jwk: JsonObject, pointer: string): ProviderKey {
  const type = text(jwk.kty) ?? ''
  const key = openKey(jwk, type)
  return {
    id: text(jwk.kid),
    type,
    curve: text(jwk.crv),
    use: text(jwk.use),
    operations: texts(jwk.key_ops),
    algorithm: text(jwk.alg),
    certificates: texts(jwk.x5c) ?? [],
    secretShown: privateParts.some((part) => jwk[part] !== undefined),
    key,
    bits: type === 'RSA' ? (key?.asymmetricKeyDetails?.modulusLength ?? null) : null,
    thumbprint: thumbprintOf(jwk, type),
    pointer,
  }
}

/** May it verify signatures (RFC 7517 §4.2, §4.3)? Without a word on its use it may. */
export const isForSignatures = ({ use, operations }: ProviderKey): boolean =>
  (use === null || use === 'sig') && (operations === null || operations.includes('verify'))

/** Public members only: whatever else was published is not taken into memory as a key. */
function openKey(jwk: JsonObject, type: string): KeyObject | undefined {
  const members = required[type]
  if (members === undefined || members.some((member) => !text(jwk[member]))) return undefined
  const publicJwk = Object.fromEntries(members.map((member) => [member, jwk[member]]))
  try {
    return createPublicKey({ key: publicJwk, format: 'jwk' })
  } catch {
    return undefined
  }
}

function thumbprintOf(jwk: JsonObject, type: string): string | null {
  const members = required[type]
  if (members === undefined || members.some((member) => text(jwk[member]) === null)) return null
  const canonical = JSON.stringify(Object.fromEntries(members.map((member) => [member, jwk[member]])))
  return createHash('sha256').update(canonical).digest('base64url')
}

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

const texts = (value: Json | undefined): string[] | null =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : null
