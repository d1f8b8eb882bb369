import { OpenedElements } from '../encryption/opened-elements.ts'
import { type Place, placeOf } from './place.ts'
import { attributeOf, textOf } from './query.ts'
import type { XmlAttribute, XmlElement } from './xml-tree.ts'

/**
 * What readers of messages see of an element: downwards only. Whether the bytes behind it are trusted
 * is said by the type that implements it: `UnverifiedElement` or `VerifiedElement`.
 */
export interface ElementView {
  readonly name: string
  readonly local: string
  readonly namespace: string
  readonly attributes: readonly XmlAttribute[]
  attribute(local: string): string | undefined
  children(namespace: string, local: string): this[]
  elements(): this[]
  /** All character data directly inside, comments dropped. */
  text(): string
  /** False where an element or a processing instruction splits the text: an identity is never read from such a leaf. */
  isLeaf(): boolean
  /** A comment stands inside: what `text` drops and careless readers stop at. */
  hasComment(): boolean
  place(): Place
}

/** A view on bytes nobody vouches for: good for a diagnosis, never for an identity. */
export class UnverifiedElement implements ElementView {
  readonly #element: XmlElement
  readonly #opened: OpenedElements

  constructor(element: XmlElement, opened: OpenedElements = OpenedElements.none) {
    this.#element = element
    this.#opened = opened
  }
  get name() {
    return this.#element.name
  }
  get local() {
    return this.#element.local
  }
  get namespace() {
    return this.#element.namespace
  }
  get attributes() {
    return this.#element.attributes
  }
  attribute(local: string) {
    return attributeOf(this.#element, local)
  }
  children(namespace: string, local: string): this[] {
    const found: this[] = []
    for (const child of this.#opened.childrenOf(this.#element)) {
      if (child.local === local && child.namespace === namespace)
        found.push(new UnverifiedElement(child, this.#opened) as this)
    }
    return found
  }
  elements(): this[] {
    return this.#opened.childrenOf(this.#element).map((child) => new UnverifiedElement(child, this.#opened) as this)
  }
  text() {
    return textOf(this.#element)
  }
  isLeaf() {
    return this.#element.children.every(({ kind }) => kind === 'text' || kind === 'comment')
  }
  hasComment() {
    return this.#element.children.some(({ kind }) => kind === 'comment')
  }
  place() {
    return placeOf(this.#element)
  }
}
