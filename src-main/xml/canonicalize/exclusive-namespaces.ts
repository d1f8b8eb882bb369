import { namespaceOf } from '../tree/scope.ts'
import type { NamespaceDeclaration, XmlElement } from '../tree/xml-tree.ts'
import { alreadyRendered, type NamespaceOutput, type Rendered, render } from './rendered.ts'

/**
 * Exclusive C14N §3: a declaration is written where its prefix is visibly utilised by the element or one of its
 * attributes, or stands in the PrefixList, and the output does not say it already.
 */
export function outputNamespacesExclusively(
  element: XmlElement,
  rendered: Rendered,
  inclusivePrefixes: readonly string[],
): NamespaceOutput {
  const additions: NamespaceDeclaration[] = []
  const consider = (prefix: string, uri: string) => {
    if (prefix === 'xml' || alreadyRendered(rendered, prefix, uri)) return
    if (!additions.some((addition) => addition.prefix === prefix)) additions.push({ prefix, uri })
  }
  consider(element.prefix, element.namespace)
  for (const { prefix, namespace } of element.attributes) if (prefix !== '') consider(prefix, namespace)
  for (const prefix of inclusivePrefixes) {
    const uri = namespaceOf(element, prefix)
    if (uri !== undefined) consider(prefix, uri)
  }
  return render(additions, rendered)
}
