import { visibleText } from '#shared/comparison/visible-text.ts'
import { hanging, indent, LABEL } from './lines.ts'
import type { Paint } from './paint.ts'
import { textWidth } from './text-width.ts'

/** Name and value; null where it was not said. */
export type Facts = readonly (readonly [name: string, value: string | null])[]

/** What is known, in two columns below the verdict. A name that is too long for its column has a line of its own. */
export function factLines(facts: Facts, { width }: Paint): string[] {
  const said = facts.flatMap(([name, value]) => (value === null ? [] : [{ name: visibleText(name), value }]))
  const names = said.map(({ name }) => textWidth(name)).filter((columns) => columns < WIDEST_NAME)
  const column = Math.max(LABEL, ...names.map((columns) => columns + GAP))
  return indent(
    2,
    said.flatMap(({ name, value }) => {
      const space = column - textWidth(name)
      if (space >= GAP) return hanging(name + ' '.repeat(space), column, value, width - 2)
      return [...hanging('', 0, name, width - 2), ...hanging(' '.repeat(column), column, value, width - 2)]
    }),
  )
}

const WIDEST_NAME = 28
const GAP = 1
