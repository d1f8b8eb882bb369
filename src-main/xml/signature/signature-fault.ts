import type { XmlElement } from '../tree/xml-tree.ts'

/** What is wrong with a Signature's shape, before any cryptography. */
export type SignatureFaultKind =
  | 'child-count'
  | 'child-unexpected'
  | 'canonicalization-unknown'
  | 'signature-method-unknown'
  | 'digest-method-unknown'
  | 'transform-refused'
  | 'not-base64'
  | 'reference-elsewhere'
  | 'identifier-missing'
  | 'identifier-shared'

export interface SignatureFault {
  readonly kind: SignatureFaultKind
  readonly at: XmlElement
  readonly actual: string
}
