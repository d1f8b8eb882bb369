import type { OpenedElements } from '../encryption/opened-elements.ts'
import type { ElementView } from '../tree/element-view.ts'
import { type Place, placeOf } from '../tree/place.ts'
import { attributeOf, textOf } from '../tree/query.ts'
import type { XmlAttribute, XmlElement } from '../tree/xml-tree.ts'
import { Seal } from './seal.ts'

/**
 * An element whose canonical bytes were verified with a trusted key. It leads to nothing that was not covered:
 * it has no parent, and the enveloped Signature (which covers itself least of all) is not among its children.
 */
export class VerifiedElement implements ElementView {
  readonly #seal: Seal
  readonly #element: XmlElement
  readonly #signature: XmlElement
  readonly #opened: OpenedElements

  /** @param opened content of encrypted elements: the signature covers their ciphertext, and so vouches for it */
  constructor(seal: Seal, element: XmlElement, signature: XmlElement, opened: OpenedElements) {
    Seal.check(seal)
    this.#seal = seal
    this.#element = element
    this.#signature = signature
    this.#opened = opened
  }
  get name(): string {
    return this.#element.name
  }
  get local(): string {
    return this.#element.local
  }
  get namespace(): string {
    return this.#element.namespace
  }
  get attributes(): readonly XmlAttribute[] {
    return this.#element.attributes
  }
  attribute(local: string): string | undefined {
    return attributeOf(this.#element, local)
  }
  children(namespace: string, local: string): this[] {
    const found: this[] = []
    for (const child of this.#opened.childrenOf(this.#element)) {
      if (child.local === local && child.namespace === namespace && child !== this.#signature)
        found.push(this.#viewOf(child))
    }
    return found
  }
  elements(): this[] {
    const found: this[] = []
    for (const child of this.#opened.childrenOf(this.#element)) {
      if (child !== this.#signature) found.push(this.#viewOf(child))
    }
    return found
  }
  #viewOf(child: XmlElement): this {
    return new VerifiedElement(this.#seal, child, this.#signature, this.#opened) as this
  }
  text(): string {
    return textOf(this.#element)
  }
  isLeaf(): boolean {
    return this.#element.children.every(({ kind }) => kind === 'text' || kind === 'comment')
  }
  hasComment(): boolean {
    return this.#element.children.some(({ kind }) => kind === 'comment')
  }
  place(): Place {
    return placeOf(this.#element)
  }
  /** True where this is a view on that very node, so that a place in the tree can be matched to what was verified. */
  isOf(element: XmlElement): boolean {
    return this.#element === element
  }
}
