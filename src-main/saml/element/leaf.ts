import type { ElementView } from '#main/xml/tree/element-view.ts'
import type { Place } from '#main/xml/tree/place.ts'

/** Text of an element that identifies someone or something: Issuer, NameID, Audience, an attribute's value. */
export interface Leaf {
  /** All character data, white space at both ends dropped once, here. */
  readonly value: string
  /** White space was dropped at an end, other than the line breaks and indents of pretty-printing. */
  readonly padded: boolean
  /** False where an element splits the text, so that two readers could see two values. */
  readonly whole: boolean
  place(): Place
}

export function readLeaf(view: ElementView): Leaf {
  const text = view.text()
  return {
    value: text.trim(),
    padded: /^ | $/.test(text) && !text.includes('\n'),
    whole: view.isLeaf(),
    place: () => view.place(),
  }
}

export function readOptionalLeaf(views: readonly ElementView[]): Leaf | undefined {
  return views[0] && readLeaf(views[0])
}
