import type { NamespaceDeclaration } from '../tree/xml-tree.ts'
import { inOrder, type Rendered } from './rendered.ts'

/**
 * Canonical XML 1.0 §2.3: every namespace in scope is written unless the nearest output ancestor says the same.
 * @param candidates all in scope at the apex, an element's own declarations below it
 */
export function outputNamespacesInclusively(
  candidates: readonly NamespaceDeclaration[],
  rendered: Rendered,
): readonly NamespaceDeclaration[] {
  return inOrder(candidates.filter(({ prefix, uri }) => prefix !== 'xml' && !rendered.says(prefix, uri)))
}
