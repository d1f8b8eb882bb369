import { markDifference, type Piece } from '#shared/comparison/mark-difference.ts'
import { visibleValue } from '#shared/comparison/visible-text.ts'
import { LABEL } from './lines.ts'
import type { Paint } from './paint.ts'
import { characterWidth } from './text-width.ts'

/**
 * Expected above received, column by column, with carets below the characters that differ: they are seen without colours
 * and survive copying.
 */
export function comparisonLines(expected: string | undefined, actual: string | undefined, paint: Paint): string[] {
  if (expected === undefined || actual === undefined) {
    return [...valueLines('Expected', whole(expected), paint), ...valueLines('Received', whole(actual), paint)]
  }
  const difference = markDifference(expected, actual)
  return [...valueLines('Expected', difference.expected, paint), ...valueLines('Received', difference.actual, paint)]
}

const whole = (text: string | undefined): readonly Piece[] | undefined =>
  text === undefined ? undefined : text === '' ? [] : [{ text: visibleValue(text), differs: false }]

interface Row {
  text: string
  carets: string
  used: number
}

function valueLines(name: string, pieces: readonly Piece[] | undefined, paint: Paint): string[] {
  if (pieces === undefined) return []
  if (pieces.length === 0) return [`${name.padEnd(LABEL)}${paint.dim('(empty)')}`]
  const rows = rowsOf(pieces, paint)
  return rows.flatMap(({ text, carets }, index) => {
    const start = index === 0 ? name.padEnd(LABEL) : ' '.repeat(LABEL)
    const marks = carets.trimEnd()
    return [start + text, ...(marks === '' ? [] : [' '.repeat(LABEL) + paint.differs(marks)])]
  })
}

function rowsOf(pieces: readonly Piece[], paint: Paint): Row[] {
  const width = paint.width - LABEL - MARGIN
  const rows: Row[] = [{ text: '', carets: '', used: 0 }]
  for (const { text, differs } of pieces) {
    for (const character of text) {
      const columns = characterWidth(character)
      let row = rows.at(-1)
      if (row === undefined || row.used + columns > width) {
        row = { text: '', carets: '', used: 0 }
        rows.push(row)
      }
      row.text += differs ? paint.differs(character) : character
      row.carets += (differs ? '^' : ' ').repeat(columns)
      row.used += columns
    }
  }
  return rows
}

/** Columns that stay free for the indentation around a comparison. */
const MARGIN = 6
