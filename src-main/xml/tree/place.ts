import type { XmlDocument, XmlElement } from './xml-tree.ts'

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
    ...placeInLines(lineStartsOf(element.document), element.offset),
  }
}

/** Many findings point into one document: its lines are counted once. */
const lineStarts = new WeakMap<XmlDocument, readonly number[]>()

function lineStartsOf(document: XmlDocument): readonly number[] {
  const known = lineStarts.get(document)
  if (known !== undefined) return known
  const starts = [0]
  for (let end = document.source.indexOf('\n'); end !== -1; end = document.source.indexOf('\n', end + 1))
    starts.push(end + 1)
  lineStarts.set(document, starts)
  return starts
}

function placeInLines(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0
  for (let high = starts.length; high - low > 1; ) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
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
