import type { NamespaceDeclaration } from '../tree/xml-tree.ts'
import { alreadyRendered, type NamespaceOutput, type Rendered, render } from './rendered.ts'

/**
 * Canonical XML 1.0 §2.3: every namespace in scope is written unless the nearest output ancestor says the same.
 * @param candidates all in scope at the apex, an element's own declarations below it
 */
export function outputNamespacesInclusively(
  candidates: readonly NamespaceDeclaration[],
  rendered: Rendered,
): NamespaceOutput {
  const additions = candidates.filter(({ prefix, uri }) => prefix !== 'xml' && !alreadyRendered(rendered, prefix, uri))
  return render(additions, rendered)
}
