import type { SaxesTagNS } from 'saxes'
import type { XmlDocument, XmlElement } from '../tree/xml-tree.ts'

const XMLNS = 'http://www.w3.org/2000/xmlns/'

/** An element that passes by: what canonicalisation asks of it, and not what is inside. */
export function streamedElement(tag: SaxesTagNS, parent: XmlElement | null, document: XmlDocument): XmlElement {
  const all = Object.values(tag.attributes)
  return {
    kind: 'element',
    name: tag.name,
    prefix: tag.prefix,
    local: tag.local,
    namespace: tag.uri,
    attributes: all
      .filter(({ uri }) => uri !== XMLNS)
      .map(({ name, prefix, local, uri, value }) => ({ name, prefix, local, namespace: uri, value })),
    declarations: all
      .filter(({ uri }) => uri === XMLNS)
      .map(({ prefix, local, value }) => ({ prefix: prefix === '' ? '' : local, uri: value })),
    children: [],
    parent,
    offset: 0,
    document,
  }
}
