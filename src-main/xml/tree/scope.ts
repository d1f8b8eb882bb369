import type { NamespaceDeclaration, XmlElement } from './xml-tree.ts'

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
