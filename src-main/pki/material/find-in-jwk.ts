import { createPublicKey, type JsonWebKey } from 'node:crypto'
import { decodeBase64 } from '../certificate/certificate-text.ts'
import { isCertificate } from './find-in-der.ts'
import { type FoundParts, joinParts, nothingFound, oneUnreadable } from './found-parts.ts'

/** More than any provider publishes. */
const MOST_KEYS = 200

/** A JWK (RFC 7517 §4), a set of them (§5), or a list of them; undefined where the text is no JSON or holds no key. */
export function findInJwk(text: string): FoundParts | undefined {
  const keys = keysIn(parse(text)).slice(0, MOST_KEYS)
  return keys.length === 0 ? undefined : joinParts(keys.map(findInKey), 'jwk')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function keysIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(keysIn)
  if (!isObject(value)) return []
  if (Array.isArray(value.keys)) return value.keys.flatMap(keysIn)
  return typeof value.kty === 'string' ? [value] : []
}

function findInKey(jwk: Record<string, unknown>): FoundParts {
  if (jwk.kty === 'oct') return { ...nothingFound, privateKeys: [{ publicKey: undefined, isEncrypted: false }] }
  const certificates = certificatesOf(jwk)
  const isPrivate = typeof jwk.d === 'string'
  const publicKey = publicKeyOf(jwk)
  if (isPrivate) return { ...nothingFound, certificates, privateKeys: [{ publicKey, isEncrypted: false }] }
  if (publicKey === undefined) return { ...oneUnreadable, certificates }
  return { ...nothingFound, certificates, publicKeys: certificates.length > 0 ? [] : [publicKey] }
}

/** Members of the private half are left out: they are not looked at. */
function publicKeyOf({ kty, n, e, crv, x, y }: Record<string, unknown>) {
  try {
    return createPublicKey({ key: { kty, n, e, crv, x, y } as JsonWebKey, format: 'jwk' })
  } catch {
    return undefined
  }
}

/** `x5c` is plain Base64, not Base64url (§4.7). */
function certificatesOf({ x5c }: Record<string, unknown>): Uint8Array[] {
  const texts = Array.isArray(x5c) ? x5c.filter((text) => typeof text === 'string') : []
  return texts.flatMap((text) => decodeBase64(text) ?? []).filter(isCertificate)
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
