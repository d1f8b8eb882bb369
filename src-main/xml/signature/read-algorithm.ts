import { attributeOf, elementChildren } from '../tree/query.ts'
import type { XmlElement } from '../tree/xml-tree.ts'

/** The Algorithm URI; empty where the element or the attribute is missing. */
export const algorithmOf = (element: XmlElement | undefined): string =>
  (element && attributeOf(element, 'Algorithm')) ?? ''

/** Prefixes of the InclusiveNamespaces child; `#default` becomes the empty prefix (Exclusive C14N §4). */
export function inclusivePrefixes(method: XmlElement): string[] {
  const lists = elementChildren(method).filter((child) => child.local === 'InclusiveNamespaces')
  const prefixes = lists.flatMap((list) => (attributeOf(list, 'PrefixList') ?? '').split(/[ \t\r\n]+/))
  return prefixes.filter((prefix) => prefix !== '').map((prefix) => (prefix === '#default' ? '' : prefix))
}
