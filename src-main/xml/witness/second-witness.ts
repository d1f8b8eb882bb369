import type { KeyObject } from 'node:crypto'
import type { XmlElement } from '../tree/xml-tree.ts'

export type Testimony =
  | { readonly kind: 'holds' }
  | { readonly kind: 'does-not-hold'; readonly why: string }
  /** It lacks the algorithm, or is known to get this kind of document wrong. */
  | { readonly kind: 'cannot-say'; readonly why: string }

/**
 * Another implementation's word on one Signature. A port: who signs people in does without it, for it takes thirty times as long
 * as the judgement itself. It never makes anything trusted.
 */
export interface SecondWitness {
  /** @param key public key that the caller trusts; KeyInfo is never asked */
  testify(signature: XmlElement, key: KeyObject): Testimony
}
