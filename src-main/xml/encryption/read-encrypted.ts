import { DS } from '../signature/namespaces.ts'
import { algorithmOf } from '../signature/read-algorithm.ts'
import { attributeOf, childElements, elementChildren, textOf } from '../tree/query.ts'
import type { XmlElement } from '../tree/xml-tree.ts'
import { type DataAlgorithm, dataAlgorithms, type KeyTransport } from './algorithms.ts'
import { XENC } from './namespaces.ts'
import { readKeyTransport } from './read-key-transport.ts'

/** Anyone can encrypt to our public key, so work is bounded before any private key is touched. */
const MOST_KEYS = 8

export interface EncryptedKey {
  readonly algorithmUri: string
  readonly transport: KeyTransport | undefined
  readonly cipherValue: Buffer
  /** Base64 of the certificates its KeyInfo names: for whom it was made. */
  readonly certificates: readonly string[]
}

/** What an EncryptedAssertion, EncryptedID or EncryptedAttribute holds (SAML Core §2.2.4, XML-Enc 1.1 §3). */
export interface EncryptedContent {
  readonly algorithmUri: string
  readonly algorithm: DataAlgorithm | undefined
  readonly cipherValue: Buffer
  readonly keys: readonly EncryptedKey[]
}

export type UnreadableEncryption = 'malformed' | 'external-reference' | 'too-many-keys'

export function readEncrypted(container: XmlElement): EncryptedContent | UnreadableEncryption {
  const found = childElements(container, XENC, 'EncryptedData')
  const [data] = found
  if (data === undefined || found.length > 1) return 'malformed'
  const cipherValue = readCipherValue(data)
  if (typeof cipherValue === 'string') return cipherValue
  const keyElements = findKeys(container, data)
  if (typeof keyElements === 'string') return keyElements
  const keys: EncryptedKey[] = []
  for (const element of keyElements) {
    const key = readKey(element)
    if (typeof key === 'string') return key
    keys.push(key)
  }
  const algorithmUri = algorithmOf(childElements(data, XENC, 'EncryptionMethod')[0])
  return { algorithmUri, algorithm: dataAlgorithms.get(algorithmUri), cipherValue, keys }
}

/** In KeyInfo, or beside EncryptedData with or without a RetrievalMethod to it; nowhere else and never by an address. */
function findKeys(container: XmlElement, data: XmlElement): XmlElement[] | UnreadableEncryption {
  const keyInfos = childElements(data, DS, 'KeyInfo')
  for (const method of keyInfos.flatMap((keyInfo) => childElements(keyInfo, DS, 'RetrievalMethod'))) {
    if (!(attributeOf(method, 'URI') ?? '').startsWith('#')) return 'external-reference'
  }
  const inside = keyInfos.flatMap((keyInfo) => childElements(keyInfo, XENC, 'EncryptedKey'))
  const keys = [...inside, ...childElements(container, XENC, 'EncryptedKey')]
  if (keys.length === 0) return 'malformed'
  return keys.length > MOST_KEYS ? 'too-many-keys' : keys
}

function readKey(element: XmlElement): EncryptedKey | UnreadableEncryption {
  const cipherValue = readCipherValue(element)
  if (typeof cipherValue === 'string') return cipherValue
  const method = childElements(element, XENC, 'EncryptionMethod')[0]
  const certificates = childElements(element, DS, 'KeyInfo')
    .flatMap((keyInfo) => childElements(keyInfo, DS, 'X509Data'))
    .flatMap((x509) => childElements(x509, DS, 'X509Certificate'))
    .map((certificate) => textOf(certificate).replace(/\s+/g, ''))
  return { algorithmUri: algorithmOf(method), transport: method && readKeyTransport(method), cipherValue, certificates }
}

function readCipherValue(encrypted: XmlElement): Buffer | UnreadableEncryption {
  const cipherData = childElements(encrypted, XENC, 'CipherData')[0]
  const [value, ...others] = cipherData === undefined ? [] : elementChildren(cipherData)
  if (value === undefined || others.length > 0) return 'malformed'
  if (value.local === 'CipherReference') return 'external-reference'
  if (value.local !== 'CipherValue' || value.namespace !== XENC) return 'malformed'
  const written = textOf(value)
  const bytes = Buffer.from(written, 'base64')
  // What spells the text again had no other character in it, and need not be searched.
  if (bytes.length > 0 && bytes.toString('base64') === written) return bytes
  const text = written.replace(/[ \t\r\n]+/g, '')
  return text !== '' && /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : 'malformed'
}
