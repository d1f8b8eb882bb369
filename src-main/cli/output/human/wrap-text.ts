import { characterWidth, textWidth } from './text-width.ts'

/** Breaks text between words, and words that are too long anywhere, into lines of at most `width` columns. */
export const wrapText = (text: string, width: number): string[] => fill(text.split(' '), ' ', width)

/** Breaks an XML path between its steps. */
export const wrapPath = (path: string, width: number): string[] => fill(path.split(/(?=\/)/), '', width)

function fill(words: readonly string[], glue: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? word : `${line}${glue}${word}`
    if (textWidth(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = chunks(word, width)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...lines, line]
}

/** Cuts text into pieces of at most `width` columns. */
export function chunks(text: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const character of text) {
    const columns = characterWidth(character)
    if (used + columns > width) {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += character
    used += columns
  }
  return [...pieces, piece]
}
