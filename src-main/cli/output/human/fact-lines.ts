import { indent, labelled } from './lines.ts'
import type { Paint } from './paint.ts'

/** Name and value; null where it was not said. */
export type Facts = readonly (readonly [name: string, value: string | null])[]

/** What is known, in two columns below the verdict. */
export const factLines = (facts: Facts, { width }: Paint): string[] =>
  indent(
    2,
    facts.flatMap(([name, value]) => (value === null ? [] : labelled(name, value, width - 2))),
  )
