import type { SaxesTagNS } from 'saxes'
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
    readonly parent: BuiltElement | null,
    readonly offset: number,
    readonly document: XmlDocument,
  ) {}
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
  #current: BuiltElement | null = null

  constructor(source: string, name: string) {
    this.document = new BuiltDocument(source, name)
  }

  open(tag: SaxesTagNS, offset: number): void {
    const parent = this.#current
    const element = new BuiltElement(tag.name, tag.prefix, tag.local, tag.uri, parent, offset, this.document)
    for (const name in tag.attributes) {
      const attribute = tag.attributes[name]
      if (attribute === undefined) continue
      const { prefix, local, uri, value } = attribute
      if (uri === XMLNS) element.declarations.push({ prefix: prefix === '' ? '' : local, uri: value })
      else element.attributes.push({ name, prefix, local, namespace: uri, value })
    }
    if (parent === null) this.document.built ??= element
    else parent.children.push(element)
    this.#current = element
  }

  close(): void {
    this.#current = this.#current?.parent ?? null
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
