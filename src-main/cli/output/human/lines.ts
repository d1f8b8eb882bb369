import { visibleText } from '#shared/comparison/visible-text.ts'
import { wrapText } from './wrap-text.ts'

/** Wraps below a start such as an icon: the first line begins with it, the others are indented as far. */
export function hanging(start: string, startWidth: number, text: string, width: number): string[] {
  const [first = '', ...rest] = wrapText(visibleText(text), width - startWidth)
  return [`${start}${first}`, ...rest.map((line) => `${' '.repeat(startWidth)}${line}`)]
}

export const indent = (columns: number, lines: readonly string[]): string[] =>
  lines.map((line) => (line === '' ? '' : `${' '.repeat(columns)}${line}`))

/** Width of the names in front of values. */
export const LABEL = 10

/** `name      value`, wrapped under the value. */
export const labelled = (name: string, text: string, width: number): string[] =>
  hanging(name.padEnd(LABEL), LABEL, text, width)
