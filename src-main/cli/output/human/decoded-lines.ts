import { visibleText } from '#shared/comparison/visible-text.ts'
import type { Inspection } from '#shared/model/inspection.ts'
import { indent } from './lines.ts'
import type { Paint } from './paint.ts'
import { wrapText } from './wrap-text.ts'

/** Lines that are shown unless everything is asked for. */
const SHOWN = 60

/** What was decoded, indented for reading. */
export function decodedLines(text: Inspection['text'], paint: Paint, verbose: boolean): string[] {
  if (text === null) return []
  const source = text.language === 'xml' ? indentXml(text.content) : text.content.split(/\r\n|\r|\n/)
  const lines = source.flatMap((line) => {
    const margin = Math.min(line.length - line.trimStart().length, paint.width / 2)
    return indent(margin, wrapText(visibleText(line.trim()), paint.width - 2 - margin))
  })
  const shown = verbose ? lines : lines.slice(0, SHOWN)
  const more = lines.length - shown.length
  return [
    '',
    paint.bold('Decoded'),
    ...indent(2, shown),
    ...(more === 0 ? [] : [paint.dim(`  … and ${more} more lines (--verbose shows them)`)]),
  ]
}

/** Each tag on a line of its own but for those around text alone. For the eye only: nothing is read from this. */
export function indentXml(xml: string): string[] {
  const lines: string[] = []
  let depth = 0
  for (const [piece] of xml.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[^<>]*>|[^<>]+/g)) {
    if (piece.trim() === '') continue
    const closes = piece.startsWith('</')
    if (closes) depth = Math.max(0, depth - 1)
    const opens = /^<[^/!?]/.test(piece) && !piece.endsWith('/>')
    const last = lines.at(-1)
    const joins = last !== undefined && (closes ? isOpenLeaf(last, depth) : !piece.startsWith('<'))
    if (joins) lines[lines.length - 1] = last + piece.trim()
    else lines.push('  '.repeat(depth) + piece.trim())
    if (opens) depth += 1
  }
  return lines
}

/** A start tag of this depth with nothing but text behind it. */
const isOpenLeaf = (line: string, depth: number) =>
  line.length - line.trimStart().length === depth * 2 && /^\s*<[^/!?][^<>]*>[^<>]*$/.test(line) && !line.endsWith('/>')
