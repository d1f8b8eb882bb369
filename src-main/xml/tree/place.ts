import type { XmlElement } from './xml-tree.ts'

/** Where an element stands: shaped like a finding's `location`. Line and column count from 1, in UTF-16 code units. */
export interface Place {
  readonly document: string
  readonly path: string
  readonly line: number
  readonly column: number
}

export function placeOf(element: XmlElement): Place {
  return {
    document: element.document.name,
    path: pathOf(element),
    ...lineAndColumn(element.document.source, element.offset),
  }
}

export function lineAndColumn(source: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (;;) {
    const lineEnd = source.indexOf('\n', start)
    if (lineEnd === -1 || lineEnd >= offset) return { line, column: offset - start + 1 }
    line += 1
    start = lineEnd + 1
  }
}

/** Path from the root by qualified names; an index only where siblings share the name: `/samlp:Response/saml:Assertion[2]`. */
function pathOf(element: XmlElement): string {
  const { parent } = element
  if (parent === null || parent.document !== element.document) return `/${element.name}`
  const namesakes = parent.children.filter((child) => child.kind === 'element' && child.name === element.name)
  const index = namesakes.length > 1 ? `[${namesakes.indexOf(element) + 1}]` : ''
  return `${pathOf(parent)}/${element.name}${index}`
}
