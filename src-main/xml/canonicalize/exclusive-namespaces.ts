import { namespacesInScope } from '../tree/scope.ts'
import type { NamespaceDeclaration, XmlElement } from '../tree/xml-tree.ts'
import { inOrder, type Rendered } from './rendered.ts'

/**
 * Exclusive C14N §3: a declaration is written where its prefix is visibly utilised by the element or one of its
 * attributes, or stands in the PrefixList, and the output does not say it already.
 * @param inclusivePrefixes the PrefixList; however long it is, only what is declared is looked up in it
 */
export function outputNamespacesExclusively(
  element: XmlElement,
  rendered: Rendered,
  inclusivePrefixes: ReadonlySet<string>,
  isApex: boolean,
): readonly NamespaceDeclaration[] {
  const additions: NamespaceDeclaration[] = []
  const consider = (prefix: string, uri: string) => {
    if (prefix === 'xml' || rendered.says(prefix, uri)) return
    if (!additions.some((addition) => addition.prefix === prefix)) additions.push({ prefix, uri })
  }
  consider(element.prefix, element.namespace)
  for (const { prefix, namespace } of element.attributes) if (prefix !== '') consider(prefix, namespace)
  if (inclusivePrefixes.size > 0) {
    // Below the apex the listed prefixes are rendered as they stood, until an element declares one anew.
    const candidates = isApex ? namespacesInScope(element) : element.declarations
    for (const { prefix, uri } of candidates) if (inclusivePrefixes.has(prefix)) consider(prefix, uri)
  }
  return inOrder(additions)
}
