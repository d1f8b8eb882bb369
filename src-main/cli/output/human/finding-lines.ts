import { visibleText } from '#shared/comparison/visible-text.ts'
import { ownerWords } from '#shared/findings/finding-words.ts'
import type { Cause } from '#shared/findings/group-findings.ts'
import type { Finding } from '#shared/model/finding.ts'
import { comparisonLines } from './comparison-lines.ts'
import { hanging, indent, LABEL, labelled } from './lines.ts'
import { icons, type Paint } from './paint.ts'
import { wrapPath } from './wrap-text.ts'

const INDENT = 4

/** A root cause with everything one needs to mend it, and what follows from it in a line each. */
export function causeLines({ cause, consequences }: Cause, paint: Paint): string[] {
  const follows = consequences.flatMap((finding) => indent(INDENT, shortLines(finding, paint, paint.width - INDENT)))
  return [
    ...fullLines(cause, paint),
    ...(follows.length === 0 ? [] : [`${' '.repeat(INDENT)}${paint.dim('Follows from this:')}`, ...follows]),
  ]
}

export function fullLines(finding: Finding, paint: Paint): string[] {
  const width = paint.width - INDENT
  const { severity, title, detail, expected, actual, fix, owner, location, code, reference } = finding
  const start = ` ${paint.severity(severity, icons[severity])}  `
  return [
    ...hanging(start, INDENT, title, paint.width).map((line) => paint.bold(line)),
    ...indent(INDENT, [
      ...hanging('', 0, detail, width),
      ...comparisonLines(expected, actual, paint),
      ...(fix === undefined ? [] : labelled('To do', fix, width)),
      ...labelled('Who', ownerWords[owner], width),
      ...placeLines(location, width),
      ...(finding.unverified === true ? labelled('Note', 'No trusted signature covers this part.', width) : []),
      ...labelled('Code', reference === undefined ? code : `${code} (${reference})`, width).map(paint.dim),
    ]),
  ]
}

function placeLines(location: Finding['location'], width: number): string[] {
  if (location === undefined) return []
  const { line, column, document, path } = location
  return [
    ...labelled('Where', `line ${line}, column ${column} of ${document}`, width),
    ...indent(LABEL, wrapPath(visibleText(path), width - LABEL)),
  ]
}

/** One or two lines, for what is of less weight. */
export function shortLines(finding: Finding, paint: Paint, width = paint.width): string[] {
  const { severity, title, detail, code } = finding
  const text = severity === 'passed' || detail === '' ? title : `${title} ${detail}`
  const [first = '', ...rest] = hanging(`${paint.severity(severity, icons[severity])} `, 2, `${text} (${code})`, width)
  return [first, ...rest]
}
