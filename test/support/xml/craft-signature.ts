import { constants, createHash, type KeyObject, sign } from 'node:crypto'
import { type Canonicalization, canonicalize } from '#main/xml/canonicalize/canonicalize.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { attributeOf, descendantsOf, elementChildren, textOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#'
export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
const DS = 'http://www.w3.org/2000/09/xmldsig#'

export const methodUris = {
  'rsa-sha1': `${DS}rsa-sha1`,
  'rsa-sha256': `${MORE}rsa-sha256`,
  'rsa-sha384': `${MORE}rsa-sha384`,
  'rsa-sha512': `${MORE}rsa-sha512`,
  'ecdsa-sha256': `${MORE}ecdsa-sha256`,
  'ecdsa-sha384': `${MORE}ecdsa-sha384`,
  'pss-sha256': 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  'pss-sha512': 'http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1',
}
export const digestUris = {
  sha1: `${DS}sha1`,
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: `${MORE}sha384`,
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
}

export const transform = (uri: string, inside = '', prefix = 'ds') => element(prefix, 'Transform', uri, inside)
export const soundTransforms = `${transform(ENVELOPED)}${transform(EXCLUSIVE)}`

export interface Crafting {
  readonly key: KeyObject
  /** ID of the element that is signed and in which the Signature stands. */
  readonly id: string
  /** Of the Signature; the empty string makes its namespace the default one. */
  readonly prefix?: string
  readonly method?: keyof typeof methodUris
  readonly digest?: keyof typeof digestUris
  readonly uri?: string
  /** Content of ds:Transforms, and what it amounts to. */
  readonly transforms?: string
  readonly digested?: Canonicalization
  /** Algorithm of CanonicalizationMethod, its content, and what it amounts to. */
  readonly canonicalization?: { readonly uri: string; readonly inside?: string; readonly how: Canonicalization }
  /** Content of ds:KeyInfo; without it there is none. */
  readonly keyInfo?: string
  /** The last word on SignedInfo before it is signed: the signature is good for whatever comes out. */
  readonly signedInfo?: (xml: string) => string
  /** In place of the real signature. */
  readonly value?: (octets: Buffer) => Buffer
  /** What is done to the whole Signature after it was made. */
  readonly afterwards?: (signature: string) => string
  readonly place?: 'after-issuer' | 'first' | 'last'
}

export const exclusive: Canonicalization = { method: 'exclusive', withComments: false, inclusivePrefixes: [] }
const PENDING = 'cGVuZGluZw=='

/** An enveloped signature made by hand, every part of which can be made otherwise while the rest stays good. */
export function craftSignature(xml: string, crafting: Crafting): string {
  const target = findById(xml, crafting.id)
  const digestName = crafting.digest ?? 'sha256'
  const digest = createHash(digestName)
    .update(canonicalize(target, crafting.digested ?? exclusive))
    .digest('base64')
  const signature = writeSignature(crafting, digest, digestName)
  const pending = insert(xml, target, signature, crafting.place ?? 'after-issuer')
  const octets = Buffer.from(canonicalize(findSignedInfo(pending), crafting.canonicalization?.how ?? exclusive))
  const value = (crafting.value ?? ((bytes) => signBytes(bytes, crafting)))(octets).toString('base64')
  const signed = signature.replace(PENDING, value)
  return pending.replace(signature, () => (crafting.afterwards ?? ((whole) => whole))(signed))
}

function writeSignature(crafting: Crafting, digest: string, digestName: keyof typeof digestUris): string {
  const { prefix = 'ds', method = 'rsa-sha256', id, uri = `#${id}`, keyInfo } = crafting
  const tag = (local: string, content: string, attributes = '') => {
    const name = prefix === '' ? local : `${prefix}:${local}`
    return `<${name}${attributes}>${content}</${name}>`
  }
  const sound = transform(ENVELOPED, '', prefix) + transform(EXCLUSIVE, '', prefix)
  const reference = tag(
    'Reference',
    tag('Transforms', crafting.transforms ?? sound) +
      element(prefix, 'DigestMethod', digestUris[digestName]) +
      tag('DigestValue', digest),
    ` URI="${uri}"`,
  )
  const { uri: c14n = EXCLUSIVE, inside = '' } = crafting.canonicalization ?? {}
  const info =
    element(prefix, 'CanonicalizationMethod', c14n, inside) +
    element(prefix, 'SignatureMethod', methodUris[method]) +
    reference
  const signedInfo = (crafting.signedInfo ?? ((whole) => whole))(tag('SignedInfo', info))
  const content = signedInfo + tag('SignatureValue', PENDING) + (keyInfo === undefined ? '' : tag('KeyInfo', keyInfo))
  return tag('Signature', content, ` xmlns${prefix === '' ? '' : `:${prefix}`}="${DS}"`)
}

function element(prefix: string, local: string, algorithm: string, inside = ''): string {
  const name = prefix === '' ? local : `${prefix}:${local}`
  return `<${name} Algorithm="${algorithm}">${inside}</${name}>`
}

function signBytes(octets: Buffer, { key, method = 'rsa-sha256' }: Crafting): Buffer {
  const hash = method.slice(method.indexOf('-') + 1)
  if (method.startsWith('ecdsa')) return sign(hash, octets, { key, dsaEncoding: 'ieee-p1363' })
  if (!method.startsWith('pss')) return sign(hash, octets, key)
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST
  return sign(hash, octets, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength })
}

function insert(xml: string, target: XmlElement, signature: string, place: 'after-issuer' | 'first' | 'last'): string {
  const start = target.offset
  const at =
    place === 'last'
      ? xml.indexOf(`</${target.name}>`, start)
      : place === 'first'
        ? xml.indexOf('>', start) + 1
        : xml.indexOf('>', xml.search(new RegExp(`(?<=^[\\s\\S]{${start},})</[\\w.-]*:?Issuer`))) + 1
  return xml.slice(0, at) + signature + xml.slice(at)
}

const allOf = (xml: string) => [...descendantsOf(parseXml(xml, messageLimits).root)]
const findById = (xml: string, id: string) => allOf(xml).find((each) => attributeOf(each, 'ID') === id)!

function findSignedInfo(xml: string): XmlElement {
  const value = allOf(xml).find((each) => each.local === 'SignatureValue' && textOf(each) === PENDING)!
  return elementChildren(value.parent!).find(({ local }) => local === 'SignedInfo')!
}
