import type { ElementView } from '#main/xml/tree/element-view.ts'
import type { Place } from '#main/xml/tree/place.ts'

/** Text of an element that identifies someone or something: Issuer, NameID, Audience, an attribute's value. */
export interface Leaf {
  /** All character data, XML's white space at both ends dropped once, here. Any other character makes it another value. */
  readonly value: string
  /** White space was dropped at an end, other than the line breaks and indents of pretty-printing. */
  readonly padded: boolean
  /** False where an element splits the text, so that two readers could see two values. */
  readonly whole: boolean
  /** A comment stands inside. It is no part of the value. */
  readonly commented: boolean
  place(): Place
}

export function readLeaf(view: ElementView): Leaf {
  const text = view.text()
  return {
    value: trimmed(text),
    padded: /^ | $/.test(text) && !text.includes('\n'),
    whole: view.isLeaf(),
    commented: view.hasComment(),
    place: () => view.place(),
  }
}

/** JavaScript's own trim takes no-break spaces and byte order marks too, and makes one name of two. */
function trimmed(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isXmlSpace(text.charCodeAt(start))) start += 1
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/** XML 1.0 §2.3. */
const isXmlSpace = (codeUnit: number) =>
  codeUnit === 0x20 || codeUnit === 0x09 || codeUnit === 0x0a || codeUnit === 0x0d

export function readOptionalLeaf(views: readonly ElementView[]): Leaf | undefined {
  return views[0] && readLeaf(views[0])
}
