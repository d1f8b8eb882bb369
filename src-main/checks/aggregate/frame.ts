import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { XmlRefused } from '#main/xml/parse/xml-refused.ts'
import { attributeOf, elementChildren } from '#main/xml/tree/query.ts'
import { namespacesInScope } from '#main/xml/tree/scope.ts'
import type { NamespaceDeclaration, XmlElement } from '#main/xml/tree/xml-tree.ts'

/** What an entity takes over from the EntitiesDescriptors around it. Plain data, so that it can go to a worker. */
export interface Frame {
  readonly namespaces: readonly NamespaceDeclaration[]
  /** Outermost first (SAML Metadata §2.3.1). */
  readonly validity: readonly {
    readonly validUntil?: string | undefined
    readonly cacheDuration?: string | undefined
  }[]
}

const none: Frame = { namespaces: [], validity: [] }

/** @param around start tags, the outermost first; nothing is taken over from ones that are not well-formed: the document is refused for them */
export function frameOf(around: readonly string[]): Frame {
  if (around.length === 0) return none
  const names = around.map((tag) => /^<([^\s/>]+)/.exec(tag)?.[1] ?? '')
  const closing = names.toReversed().map((name) => `</${name}>`)
  try {
    const { root } = parseXml(around.join('') + closing.join(''), metadataLimits)
    const elements = pathDown(root)
    return {
      namespaces: namespacesInScope(elements.at(-1) ?? root),
      validity: elements.map((element) => ({
        validUntil: attributeOf(element, 'validUntil'),
        cacheDuration: attributeOf(element, 'cacheDuration'),
      })),
    }
  } catch (error) {
    if (error instanceof XmlRefused) return none
    throw error
  }
}

function pathDown(root: XmlElement): XmlElement[] {
  const [child] = elementChildren(root)
  return child === undefined ? [root] : [root, ...pathDown(child)]
}
