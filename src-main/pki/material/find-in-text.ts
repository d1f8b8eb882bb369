import { decodeBase64, decodeText, unwrapText } from '../certificate/certificate-text.ts'
import { pemBlocks } from '../certificate/pem-blocks.ts'
import { findInDer } from './find-in-der.ts'
import { findInJwk } from './find-in-jwk.ts'
import { findInPem } from './find-in-pem.ts'
import { type FoundParts, joinParts, nothingFound } from './found-parts.ts'
import { KeyMaterialRefused } from './key-material-refused.ts'

/** @throws {KeyMaterialRefused} */
export async function findInText(input: string, passphrase: string | undefined): Promise<FoundParts> {
  // JSON first: taking quotes and written line ends off would break it.
  const json = /^\s*[[{]/.test(input) ? findInJwk(input.trim()) : undefined
  if (json !== undefined) return json
  const text = unwrapText(input)
  if (text === '') throw new KeyMaterialRefused('empty')
  refuseOtherKeys(text)
  if (text.startsWith('<')) return findInXml(text, passphrase)
  const blocks = pemBlocks(text)
  if (blocks.length > 0) return findInPem(blocks, passphrase)
  const hexadecimal = decodeHexadecimal(text)
  if (hexadecimal !== undefined) return joinParts([await findInDer(hexadecimal, passphrase)], 'hexadecimal')
  const decoded = decodeBase64(text)
  if (decoded === undefined) return nothingFound
  const inner = pemBlocks(decodeText(decoded.subarray(0, 64))).length > 0
  const found = inner
    ? await findInPem(pemBlocks(decodeText(decoded)), passphrase)
    : await findInDer(decoded, passphrase)
  return { ...found, clothing: ['base64', ...found.clothing.filter((clothing) => clothing !== 'der')] }
}

/** @throws {KeyMaterialRefused} for kinds of key that no single sign-on uses */
function refuseOtherKeys(text: string): void {
  if (/^(?:ssh-|ecdsa-sha2-|sk-ssh-)|BEGIN OPENSSH PRIVATE KEY|BEGIN SSH2 /.test(text))
    throw new KeyMaterialRefused('ssh-key')
  if (/BEGIN PGP /.test(text)) throw new KeyMaterialRefused('openpgp')
  if (/^<(?:!doctype html|html|head|body)\b/i.test(text)) throw new KeyMaterialRefused('web-page')
}

/** `30:82:03…` or `30 82 03…`, as consoles show DER. */
function decodeHexadecimal(text: string): Uint8Array | undefined {
  const compact = text.replace(/[\s:]+/g, '')
  return /^30(?:[0-9a-f]{2}){8,}$/i.test(compact) ? Buffer.from(compact, 'hex') : undefined
}

/** More than any metadata of one entity holds. */
const MOST_CERTIFICATES = 500
const certificateElement = /<(?:[\w.-]+:)?X509Certificate(?:\s[^>]*)?>([^<]*)</g

/**
 * The content of every X509Certificate in text that looks like XML, each once. A look at it and no more: nothing that is
 * trusted is read this way.
 */
async function findInXml(text: string, passphrase: string | undefined): Promise<FoundParts> {
  const contents = new Set<string>()
  for (const [, content = ''] of text.matchAll(certificateElement)) {
    if (contents.size < MOST_CERTIFICATES) contents.add(content.replace(/&#(?:13|x0*d);/gi, '').trim())
  }
  const parts: FoundParts[] = []
  for (const content of contents) {
    const found = content === '' ? nothingFound : await findInText(content, passphrase)
    parts.push({ ...found, clothing: [], unreadable: found === nothingFound ? 1 : found.unreadable })
  }
  return joinParts(parts, 'xml')
}
