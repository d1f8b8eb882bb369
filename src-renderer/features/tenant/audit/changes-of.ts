import { flatten } from '../../../lib/comparison/flatten.ts'
import { type SideRow, sideRows } from '../../../lib/comparison/side-rows.ts'

interface EventChanges {
  /** Members of `before` and `after` that differ. */
  readonly changes: readonly SideRow[]
  readonly others: readonly { readonly name: string; readonly text: string }[]
}

/** @param details as an audit entry has them: anything */
export function changesOf(details: unknown): EventChanges {
  const { before, after, ...rest } = isObject(details) ? details : { details }
  const changes = sideRows(flatten(before), flatten(after)).filter(({ isSame }) => !isSame)
  return { changes, others: [...flatten(rest)].map(([name, text]) => ({ name, text })) }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
