/** One named value on both sides; null where a side has none. */
export interface SideRow {
  readonly name: string
  readonly left: string | null
  readonly right: string | null
  readonly isSame: boolean
}

/** Two sets of named values, side by side, in the order they come; what only the right has stands last. */
export function sideRows(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): SideRow[] {
  const names = [...new Set([...left.keys(), ...right.keys()])]
  return names.map((name) => {
    const [a, b] = [left.get(name) ?? null, right.get(name) ?? null]
    return { name, left: a, right: b, isSame: a === b }
  })
}
