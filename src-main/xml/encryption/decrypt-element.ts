import { isUtf8 } from 'node:buffer'
import type { KeyObject } from 'node:crypto'
import type { ParseLimits } from '../parse/parse-limits.ts'
import { parseXml } from '../parse/parse-xml.ts'
import { XmlRefused } from '../parse/xml-refused.ts'
import type { XmlDocument, XmlElement } from '../tree/xml-tree.ts'
import { decryptData } from './decrypt-data.ts'
import { decryptKey } from './decrypt-key.ts'
import { type EncryptedContent, readEncrypted, type UnreadableEncryption } from './read-encrypted.ts'

export type DecryptionFailure =
  | UnreadableEncryption
  | 'algorithm-unknown'
  /** No private key was given. */
  | 'no-key'
  /** None of the private keys opens any of its EncryptedKeys. */
  | 'wrong-key'
  /** The key opens, the content does not: it was changed on the way. */
  | 'corrupt'
  /** What came out is not the XML of one element. */
  | 'not-xml'

export type Decryption =
  | { readonly kind: 'opened'; readonly content: EncryptedContent; readonly document: XmlDocument }
  | { readonly kind: 'failed'; readonly failure: DecryptionFailure; readonly content: EncryptedContent | undefined }

/**
 * Opens one encrypted element with the first private key that fits. What comes out passes the same strict parse, with the
 * namespaces in scope at its place. Decryption proves nothing about who wrote it: anyone can encrypt to a public key.
 * @param name what findings call the opened document, such as `decrypted/1`
 * @param content what `readEncrypted` made of the container, where the caller has asked already
 */
export function decryptElement(
  container: XmlElement,
  keys: readonly KeyObject[],
  limits: ParseLimits,
  name: string,
  content: EncryptedContent | UnreadableEncryption = readEncrypted(container),
): Decryption {
  if (typeof content === 'string') return { kind: 'failed', failure: content, content: undefined }
  const failed = (failure: DecryptionFailure): Decryption => ({ kind: 'failed', failure, content })
  const { algorithm } = content
  if (algorithm === undefined || content.keys.every(({ transport }) => transport === undefined))
    return failed('algorithm-unknown')
  if (keys.length === 0) return failed('no-key')
  const contentKeys = openKeys(content, keys, algorithm.keyBytes)
  if (contentKeys.length === 0) return failed('wrong-key')
  // v1_5 gives a substitute for every wrong key, so a key that does not fit shows only here: by CBC's padding, and, where
  // that happens to look right (once in sixteen, XML Encryption §5.2.1), by what came out being no text.
  const mayBeSubstitutes = content.keys.every(({ transport }) => transport?.scheme === 'pkcs1-v1_5')
  for (const contentKey of contentKeys) {
    const plain = decryptData(content.cipherValue, algorithm, contentKey)
    if (plain === undefined || (mayBeSubstitutes && !isUtf8(plain))) continue
    return parse(plain, container, limits, name, content)
  }
  return failed(mayBeSubstitutes ? 'wrong-key' : 'corrupt')
}

const openKeys = (content: EncryptedContent, keys: readonly KeyObject[], keyBytes: number) =>
  content.keys.flatMap((encrypted) => keys.flatMap((key) => decryptKey(encrypted, key, keyBytes) ?? []))

function parse(
  plain: Buffer,
  container: XmlElement,
  limits: ParseLimits,
  name: string,
  content: EncryptedContent,
): Decryption {
  try {
    return { kind: 'opened', content, document: parseXml(plain, limits, name, container) }
  } catch (error) {
    if (error instanceof XmlRefused) return { kind: 'failed', failure: 'not-xml', content }
    throw error
  }
}
