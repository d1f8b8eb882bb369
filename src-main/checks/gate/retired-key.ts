import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import { type Decryption, decryptElement } from '#main/xml/encryption/decrypt-element.ts'
import type { EncryptedContent } from '#main/xml/encryption/read-encrypted.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { ResponseContext } from '../response-context.ts'

/** Trying one costs an operation with a private key. */
const MOST_KEYS = 4

/** Whether a key we no longer use is the one it was encrypted for: by the certificate that is named, or because it opens it. */
export function wasForRetiredKey(
  container: XmlElement,
  decryption: Decryption,
  { serviceProvider }: ResponseContext,
): boolean {
  const { retiredKeys = [] } = serviceProvider
  const keys = retiredKeys.slice(0, MOST_KEYS)
  if (keys.length === 0) return false
  const named = decryption.content === undefined ? [] : recipientsOf(decryption.content)
  if (keys.some((key) => named.some((recipient) => recipient.equals(publicOf(key))))) return true
  const privateKeys = keys.filter(({ type }) => type === 'private')
  return decryptElement(container, privateKeys, messageLimits, 'retired').kind === 'opened'
}

const publicOf = (key: KeyObject) => (key.type === 'private' ? createPublicKey(key) : key)

const recipientsOf = ({ keys }: EncryptedContent): KeyObject[] =>
  keys.flatMap(({ certificates }) =>
    certificates.flatMap((base64) => {
      try {
        return [new X509Certificate(Buffer.from(base64, 'base64')).publicKey]
      } catch {
        return []
      }
    }),
  )
