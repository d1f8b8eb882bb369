/**
 * Keeps what was made of a text, so that each sign-in does not make it again; the least recently used goes first.
 * @param limit how many are kept
 */
export function keepResults<Result>(limit: number): (key: string, make: () => Result) => Result {
  const kept = new Map<string, Result>()
  return (key, make) => {
    const known = kept.get(key)
    const result = known === undefined ? make() : known
    kept.delete(key)
    kept.set(key, result)
    if (kept.size > limit) kept.delete(kept.keys().next().value ?? '')
    return result
  }
}
