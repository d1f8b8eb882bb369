import type { KeyObject } from 'node:crypto'
import type { ParseLimits } from '../parse/parse-limits.ts'
import { elementChildren } from '../tree/query.ts'
import type { XmlElement } from '../tree/xml-tree.ts'
import { type Decryption, decryptElement } from './decrypt-element.ts'
import { type EncryptedContent, readEncrypted, type UnreadableEncryption } from './read-encrypted.ts'

/**
 * What stands in the place of encrypted elements once they are opened. The tree itself never changes: it is what was signed.
 * Only real decryption puts anything in here, so that a view through it shows nothing but what the message holds.
 */
export class OpenedElements {
  static readonly none = new OpenedElements([], {
    size: 0,
    depth: 0,
    elements: 0,
    attributes: 0,
    processingInstructions: 'refused',
  })
  readonly #keys: readonly KeyObject[]
  readonly #limits: ParseLimits
  readonly #opened = new Map<XmlElement, XmlElement>()

  /** @param keys private keys to try, in order */
  constructor(keys: readonly KeyObject[], limits: ParseLimits) {
    this.#keys = keys
    this.#limits = limits
  }

  /** Opens one encrypted element; from then on readers see its content in its place. */
  open(container: XmlElement, content: EncryptedContent | UnreadableEncryption = readEncrypted(container)): Decryption {
    const name = `decrypted/${this.#opened.size + 1}`
    const decryption = decryptElement(container, this.#keys, this.#limits, name, content)
    if (decryption.kind === 'opened') this.#opened.set(container, decryption.document.root)
    return decryption
  }

  /** Child elements as a reader sees them. */
  childrenOf(element: XmlElement): XmlElement[] {
    const children = elementChildren(element)
    return this.#opened.size === 0 ? children : children.map((child) => this.#opened.get(child) ?? child)
  }
}
