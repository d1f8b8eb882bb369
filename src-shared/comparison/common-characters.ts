type Pairs = (readonly [inBefore: number, inAfter: number])[]

/** Cells of the table that is filled at most; beyond it only the two ends are compared. */
const TABLE_LIMIT = 1_000_000
/** Below this share of common characters the middles are two different texts, and marking them in shreds helps nobody. */
const ALIKE = 0.5
/** A shorter run of common characters between two differences is chance. */
const SHORTEST_RUN = 3

/** Indexes of the characters that both texts have in common, in order: the ends first, the middle where it is alike. */
export function commonCharacters(before: readonly string[], after: readonly string[]): Pairs {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const middle = commonMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)).map(
    ([i, j]) => [i + start, j + start] as const,
  )
  const head = Array.from({ length: start }, (_, i) => [i, i] as const)
  const tail = Array.from({ length: end }, (_, i) => [before.length - end + i, after.length - end + i] as const)
  return [...head, ...middle, ...tail]
}

function commonMiddle(before: readonly string[], after: readonly string[]): Pairs {
  if (before.length * after.length === 0 || before.length * after.length > TABLE_LIMIT) return []
  const runs = longRuns(longestCommon(before, after))
  return runs.length >= ALIKE * Math.max(before.length, after.length) ? runs : []
}

/** Longest common subsequence by the usual table, filled from the end. */
function longestCommon(before: readonly string[], after: readonly string[]): Pairs {
  const width = after.length + 1
  const table = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: Pairs = []
  let i = 0
  let j = 0
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

function longRuns(pairs: Pairs): Pairs {
  const kept: Pairs = []
  let run: Pairs = []
  for (const pair of pairs) {
    const last = run.at(-1)
    const follows = last !== undefined && pair[0] === last[0] + 1 && pair[1] === last[1] + 1
    if (!follows) {
      if (run.length >= SHORTEST_RUN) kept.push(...run)
      run = []
    }
    run.push(pair)
  }
  return run.length >= SHORTEST_RUN ? [...kept, ...run] : kept
}
