import type { NamespaceDeclaration } from '../tree/xml-tree.ts'
import { compareCodePoints } from './code-point-order.ts'

/** What the output's ancestors already declare: prefix → namespace name. Shared until an element adds to it. */
export type Rendered = ReadonlyMap<string, string>

export interface NamespaceOutput {
  /** To write on this element, sorted by prefix with the default namespace first. */
  readonly declarations: readonly NamespaceDeclaration[]
  /** What is declared for its children. */
  readonly now: Rendered
}

/** True where writing the declaration would repeat what the output already says. */
export function alreadyRendered(rendered: Rendered, prefix: string, uri: string): boolean {
  return (rendered.get(prefix) ?? '') === uri && (prefix === '' || rendered.has(prefix))
}

export function render(additions: NamespaceDeclaration[], rendered: Rendered): NamespaceOutput {
  if (additions.length === 0) return { declarations: additions, now: rendered }
  const now = new Map(rendered)
  for (const { prefix, uri } of additions) now.set(prefix, uri)
  if (additions.length > 1) additions.sort((left, right) => compareCodePoints(left.prefix, right.prefix))
  return { declarations: additions, now }
}
