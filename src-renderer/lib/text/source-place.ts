/** From and to, in UTF-16 units. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** @param line counted from 1, as is `column`; @returns null where the text is not that long */
export function offsetOf(text: string, line: number, column: number): number | null {
  let start = 0
  for (let count = 1; count < line; count++) {
    const end = text.indexOf('\n', start)
    if (end === -1) return null
    start = end + 1
  }
  const offset = start + column - 1
  return offset <= text.length ? offset : null
}

/** The tag that begins at an offset, or else the rest of the line: what to mark for a finding that points there. */
export function markedRange(text: string, offset: number): Range {
  const endOfLine = text.indexOf('\n', offset)
  const line = endOfLine === -1 ? text.length : endOfLine
  if (text[offset] !== '<') return { from: offset, to: Math.max(offset, line) }
  const tag = /^<(?:[^<>"']|"[^"]*"|'[^']*')*>/.exec(text.slice(offset, offset + 20_000))
  return { from: offset, to: tag === null ? line : offset + tag[0].length }
}
