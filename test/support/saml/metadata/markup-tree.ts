/** Markup as data, so that faults can be made in it. */
export interface MarkupTree {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (MarkupTree | string)[]
}

export const tree = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (MarkupTree | string | readonly MarkupTree[])[]
): MarkupTree => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined),
  ),
  children: children.flat() as (MarkupTree | string)[],
})

const escapeMarkup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export const writeTree = (node: MarkupTree | string): string => {
  if (typeof node === 'string') return escapeMarkup(node)
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
  return `<${node.name}${attributes.join('')}>${node.children.map(writeTree).join('')}</${node.name}>`
}

/** Every element, the outermost first. */
export const elementsOf = (node: MarkupTree): MarkupTree[] => [
  node,
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child))),
]

/** The same with one element changed; taken out where the change says undefined. */
export function changeElement(
  node: MarkupTree,
  target: MarkupTree,
  change: (element: MarkupTree) => MarkupTree | undefined,
): MarkupTree | undefined {
  if (node === target) return change(node)
  const children = node.children.flatMap((child) =>
    typeof child === 'string' ? child : (changeElement(child, target, change) ?? []),
  )
  return { ...node, children }
}
