import type { XmlAttribute, XmlElement } from '../tree/xml-tree.ts'

const XML = 'http://www.w3.org/XML/1998/namespace'

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
