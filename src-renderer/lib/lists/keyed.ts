/** An item with a key of its own, also where several have the same name. */
export interface Keyed<T> {
  readonly key: string
  readonly item: T
}

/** For lists whose items have names but no ids: equal names are numbered, so that every key is there once. */
export function keyed<T>(items: readonly T[], nameOf: (item: T) => string): Keyed<T>[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const name = nameOf(item)
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    return { key: `${name}#${number}`, item }
  })
}
