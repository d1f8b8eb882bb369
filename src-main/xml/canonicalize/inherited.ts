import type { NamespaceDeclaration, XmlAttribute, XmlElement } from '../tree/xml-tree.ts'

const XML = 'http://www.w3.org/XML/1998/namespace'

/** Namespace name bound to a prefix here; undefined where it is not declared, `''` where the default is undone. */
export function namespaceOf(element: XmlElement, prefix: string): string | undefined {
  for (let at: XmlElement | null = element; at !== null; at = at.parent) {
    for (const declaration of at.declarations) if (declaration.prefix === prefix) return declaration.uri
  }
  return undefined
}

/** Every prefix in scope with its nearest declaration. */
export function namespacesInScope(element: XmlElement): NamespaceDeclaration[] {
  const nearest = new Map<string, NamespaceDeclaration>()
  for (let at: XmlElement | null = element; at !== null; at = at.parent) {
    for (const declaration of at.declarations) {
      if (!nearest.has(declaration.prefix)) nearest.set(declaration.prefix, declaration)
    }
  }
  return [...nearest.values()]
}

/** `xml:lang`, `xml:space` and their like that left-out ancestors carry (Canonical XML 1.0 §2.4). */
export function inheritedXmlAttributes(apex: XmlElement): XmlAttribute[] {
  const taken = new Set(apex.attributes.filter(isXmlAttribute).map(({ local }) => local))
  const inherited: XmlAttribute[] = []
  for (let at = apex.parent; at !== null; at = at.parent) {
    for (const attribute of at.attributes) {
      if (!isXmlAttribute(attribute) || taken.has(attribute.local)) continue
      taken.add(attribute.local)
      inherited.push(attribute)
    }
  }
  return inherited
}

const isXmlAttribute = ({ namespace }: XmlAttribute) => namespace === XML
