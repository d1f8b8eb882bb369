import type { NamespaceDeclaration, XmlElement } from './xml-tree.ts'

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
