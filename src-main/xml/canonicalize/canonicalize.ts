import { namespacesInScope } from '../tree/scope.ts'
import type { NamespaceDeclaration, XmlAttribute, XmlElement } from '../tree/xml-tree.ts'
import { compareCodePoints } from './code-point-order.ts'
import { escapeAttribute, escapeText } from './escape.ts'
import { outputNamespacesExclusively } from './exclusive-namespaces.ts'
import { outputNamespacesInclusively } from './inclusive-namespaces.ts'
import { inheritedXmlAttributes } from './inherited-attributes.ts'
import { Rendered } from './rendered.ts'

export interface Canonicalization {
  readonly method: 'exclusive' | 'inclusive'
  readonly withComments: boolean
  /** Exclusive only: InclusiveNamespaces PrefixList, `#default` as the empty prefix (Exclusive C14N §3). */
  readonly inclusivePrefixes: readonly string[]
}

/**
 * Canonical form of one element and everything below it, in its place in the document
 * (Canonical XML 1.0, Exclusive XML Canonicalization 1.0; the node set is the subtree).
 * @param without a node left out with its subtree: the enveloped Signature (XML-DSig §6.6.4)
 * @returns text whose UTF-8 bytes are the canonical octets
 */
export function canonicalize(apex: XmlElement, how: Canonicalization, without?: XmlElement): string {
  const writer = new CanonicalWriter(how, without)
  writer.element(apex, true)
  return writer.output
}

/** Writes canonical form piece by piece, for trees and for what streams by. */
export class CanonicalWriter {
  output = ''
  readonly #rendered = new Rendered()
  readonly #how: Canonicalization
  readonly #inclusivePrefixes: ReadonlySet<string>
  readonly #without: XmlElement | undefined

  constructor(how: Canonicalization, without?: XmlElement) {
    this.#how = how
    this.#inclusivePrefixes = new Set(how.inclusivePrefixes)
    this.#without = without
  }

  element(element: XmlElement, isApex: boolean): void {
    if (element === this.#without) return
    const close = this.open(element, isApex)
    for (const child of element.children) {
      if (child.kind === 'text') this.text(child.value)
      else if (child.kind === 'element') this.element(child, false)
      else if (child.kind === 'processing-instruction') this.processingInstruction(child.target, child.data)
      else if (this.#how.withComments) this.output += `<!--${child.value}-->`
    }
    close()
  }

  /** Writes the start tag. @returns what writes the end tag */
  open(element: XmlElement, isApex: boolean): () => void {
    const declarations = this.#namespaces(element, isApex)
    const hidden = this.#rendered.enter(declarations)
    this.output += `<${element.name}`
    for (const { prefix, uri } of declarations) {
      this.output += prefix === '' ? ` xmlns="${escapeAttribute(uri)}"` : ` xmlns:${prefix}="${escapeAttribute(uri)}"`
    }
    for (const { name, value } of this.#attributes(element, isApex))
      this.output += ` ${name}="${escapeAttribute(value)}"`
    this.output += '>'
    return () => {
      this.output += `</${element.name}>`
      this.#rendered.leave(declarations, hidden)
    }
  }

  text(value: string): void {
    this.output += escapeText(value)
  }

  processingInstruction(target: string, data: string): void {
    this.output += `<?${target}${data && ` ${data}`}?>`
  }

  #namespaces(element: XmlElement, isApex: boolean): readonly NamespaceDeclaration[] {
    if (this.#how.method === 'exclusive') {
      return outputNamespacesExclusively(element, this.#rendered, this.#inclusivePrefixes, isApex)
    }
    return outputNamespacesInclusively(isApex ? namespacesInScope(element) : element.declarations, this.#rendered)
  }

  #attributes(element: XmlElement, isApex: boolean): readonly XmlAttribute[] {
    const own = element.attributes
    const inherited = isApex && this.#how.method === 'inclusive' ? inheritedXmlAttributes(element) : []
    if (own.length + inherited.length < 2) return inherited.length > 0 ? inherited : own
    return [...own, ...inherited].sort(byNamespaceThenLocalName)
  }
}

/** No namespace sorts first because it is the empty string (Canonical XML 1.0 §2.2). */
const byNamespaceThenLocalName = (left: XmlAttribute, right: XmlAttribute) =>
  left.namespace === right.namespace
    ? compareCodePoints(left.local, right.local)
    : compareCodePoints(left.namespace, right.namespace)
