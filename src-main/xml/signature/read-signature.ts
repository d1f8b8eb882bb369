import type { Canonicalization } from '../canonicalize/canonicalize.ts'
import { attributeOf, childElements, elementChildren, textOf } from '../tree/query.ts'
import type { XmlElement } from '../tree/xml-tree.ts'
import {
  canonicalizationMethods,
  digestMethods,
  type HashName,
  type SignatureMethod,
  signatureMethods,
} from './algorithms.ts'
import { DS } from './namespaces.ts'
import { algorithmOf, inclusivePrefixes } from './read-algorithm.ts'
import { readTransforms } from './read-transforms.ts'
import type { SignatureFault, SignatureFaultKind } from './signature-fault.ts'

/** A ds:Signature taken apart. What could not be read is undefined and named among the faults. */
export interface SignatureDescription {
  readonly element: XmlElement
  readonly signedInfo: XmlElement | undefined
  readonly canonicalization: Canonicalization | undefined
  readonly methodUri: string
  readonly method: SignatureMethod | undefined
  readonly referenceUri: string | undefined
  /** How the referenced element becomes octets; comments never count there (XML-DSig §4.4.3.3). */
  readonly transform: Canonicalization | undefined
  readonly digestUri: string
  readonly digestHash: HashName | undefined
  readonly digestValue: Buffer | undefined
  readonly signatureValue: Buffer | undefined
  /** Base64 of every ds:X509Certificate in KeyInfo: a hint for the diagnosis, never a source of trust. */
  readonly keyInfoCertificates: readonly string[]
  readonly faults: readonly SignatureFault[]
}

/** Reads the exact shape SAML allows (SAML Core §5.4, XML-DSig §4); everything else becomes a fault. */
export function readSignature(element: XmlElement): SignatureDescription {
  const faults: SignatureFault[] = []
  const fault = (kind: SignatureFaultKind, at: XmlElement, actual: string) => faults.push({ kind, at, actual })
  const only = (parent: XmlElement | undefined, local: string): XmlElement | undefined => {
    if (parent === undefined) return undefined
    const found = childElements(parent, DS, local)
    if (found.length !== 1) fault('child-count', parent, `${found.length} × ${local}`)
    return found[0]
  }
  const signedInfo = only(element, 'SignedInfo')
  const value = only(element, 'SignatureValue')
  refuseStrangers(element, ['SignedInfo', 'SignatureValue', 'KeyInfo'], fault)
  if (childElements(element, DS, 'KeyInfo').length > 1) fault('child-count', element, 'several KeyInfo')

  const c14nElement = only(signedInfo, 'CanonicalizationMethod')
  const methodElement = only(signedInfo, 'SignatureMethod')
  const reference = only(signedInfo, 'Reference')
  if (signedInfo !== undefined)
    refuseStrangers(signedInfo, ['CanonicalizationMethod', 'SignatureMethod', 'Reference'], fault)
  if (reference !== undefined) refuseStrangers(reference, ['Transforms', 'DigestMethod', 'DigestValue'], fault)
  const digestElement = only(reference, 'DigestMethod')
  const digestValue = only(reference, 'DigestValue')

  const methodUri = algorithmOf(methodElement)
  const method = signatureMethods.get(methodUri)
  if (methodElement !== undefined && method === undefined) fault('signature-method-unknown', methodElement, methodUri)
  const digestUri = algorithmOf(digestElement)
  const digestHash = digestMethods.get(digestUri)
  if (digestElement !== undefined && digestHash === undefined) fault('digest-method-unknown', digestElement, digestUri)

  return {
    element,
    signedInfo,
    canonicalization: c14nElement && readCanonicalization(c14nElement, fault),
    methodUri,
    method,
    referenceUri: reference && attributeOf(reference, 'URI'),
    transform: reference && readTransforms(reference, fault),
    digestUri,
    digestHash,
    digestValue: digestValue && readBase64(digestValue, fault),
    signatureValue: value && readBase64(value, fault),
    keyInfoCertificates: keyInfoCertificates(element),
    faults,
  }
}

type Report = (kind: SignatureFaultKind, at: XmlElement, actual: string) => void

function refuseStrangers(parent: XmlElement, known: readonly string[], fault: Report): void {
  for (const child of elementChildren(parent)) {
    if (child.namespace !== DS || !known.includes(child.local)) fault('child-unexpected', child, child.name)
  }
}

/** Exclusive C14N may carry a PrefixList here too. */
function readCanonicalization(element: XmlElement, fault: Report): Canonicalization | undefined {
  const uri = algorithmOf(element)
  const known = canonicalizationMethods.get(uri)
  if (known === undefined) fault('canonicalization-unknown', element, uri)
  return known && { ...known, inclusivePrefixes: inclusivePrefixes(element) }
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/

/** Base64 with white space and nothing else: a comment or element inside is how signatures were forged (CVE-2025-29775). */
function readBase64(element: XmlElement, fault: Report): Buffer | undefined {
  const text = textOf(element).replace(/[ \t\r\n]+/g, '')
  const plain = element.children.every(({ kind }) => kind === 'text')
  if (plain && text.length % 4 === 0 && base64.test(text)) return Buffer.from(text, 'base64')
  fault('not-base64', element, element.local)
  return undefined
}

function keyInfoCertificates(signature: XmlElement): string[] {
  return childElements(signature, DS, 'KeyInfo')
    .flatMap((keyInfo) => childElements(keyInfo, DS, 'X509Data'))
    .flatMap((data) => childElements(data, DS, 'X509Certificate'))
    .map((certificate) => textOf(certificate).replace(/\s+/g, ''))
}
