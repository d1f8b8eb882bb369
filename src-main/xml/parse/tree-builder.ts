import type { SaxesAttributeNS, SaxesTagNS } from 'saxes'
import type { NamespaceDeclaration, XmlAttribute, XmlDocument, XmlElement, XmlNode } from '../tree/xml-tree.ts'

const XMLNS = 'http://www.w3.org/2000/xmlns/'

/** One shape for every element, filled while the parser runs and read-only to everyone else. */
class BuiltElement implements XmlElement {
  readonly kind = 'element'
  readonly children: XmlNode[] = []
  readonly attributes: XmlAttribute[] = []
  readonly declarations: NamespaceDeclaration[] = []
  constructor(
    readonly name: string,
    readonly prefix: string,
    readonly local: string,
    readonly namespace: string,
    readonly parent: XmlElement | null,
    /** The parent in this very document. */
    readonly above: BuiltElement | null,
    readonly offset: number,
    readonly document: XmlDocument,
  ) {}

  add({ name, prefix, local, uri, value }: SaxesAttributeNS): void {
    if (uri === XMLNS) this.declarations.push({ prefix: prefix === '' ? '' : local, uri: value })
    else this.attributes.push({ name, prefix, local, namespace: uri, value })
  }
}

class BuiltDocument implements XmlDocument {
  built: BuiltElement | null = null
  constructor(
    readonly source: string,
    readonly name: string,
  ) {}
  get root(): XmlElement {
    if (this.built === null) throw new Error('a document without a root is never handed out')
    return this.built
  }
}

/** Collects the parser's events into an `XmlDocument`. Knows nothing of limits or refusals. */
export class TreeBuilder {
  readonly document: BuiltDocument
  readonly #within: XmlElement | null
  #current: BuiltElement | null = null

  /** @param within the element in whose place the document stands: its root's parent, for the namespaces in scope */
  constructor(source: string, name: string, within: XmlElement | null) {
    this.document = new BuiltDocument(source, name)
    this.#within = within
  }

  open(tag: SaxesTagNS, offset: number): void {
    const above = this.#current
    const { name, prefix, local, uri } = tag
    const element = new BuiltElement(name, prefix, local, uri, above ?? this.#within, above, offset, this.document)
    for (const attributeName in tag.attributes) {
      const attribute = tag.attributes[attributeName]
      if (attribute !== undefined) element.add(attribute)
    }
    if (above === null) this.document.built ??= element
    else above.children.push(element)
    this.#current = element
  }

  close(): void {
    this.#current = this.#current?.above ?? null
  }

  /** Neighbouring text and CDATA become one node, as canonicalisation sees them. */
  text(value: string): void {
    const siblings = this.#current?.children
    if (siblings === undefined || value === '') return
    const last = siblings.at(-1)
    if (last?.kind === 'text') siblings[siblings.length - 1] = { kind: 'text', value: last.value + value }
    else siblings.push({ kind: 'text', value })
  }

  comment(value: string): void {
    this.#current?.children.push({ kind: 'comment', value })
  }

  processingInstruction(target: string, data: string): void {
    this.#current?.children.push({ kind: 'processing-instruction', target, data })
  }
}
