import { isObject, type JsonDocument } from '../token/json-document.ts'
import { type ProviderKey, readProviderKey } from './provider-key.ts'

/** More keys than any provider publishes; the rest is not looked at. */
export const MOST_KEYS = 100

/**
 * Reads the keys of a JWK Set (RFC 7517 §5). Entries that are no objects are left out.
 * @returns undefined where there is no list of keys
 */
export function readKeySet(document: JsonDocument): ProviderKey[] | undefined {
  const { keys } = document.object
  if (!Array.isArray(keys)) return undefined
  return keys
    .slice(0, MOST_KEYS)
    .flatMap((jwk, index) => (isObject(jwk) ? [readProviderKey(jwk, `/keys/${index}`)] : []))
}
