/**
 * How two values that should be equal differ, where it is one of the usual slips; undefined where they are simply different.
 * These few words decide whether an administrator sees the slash.
 */
export function nearMiss(expected: string, actual: string): string | undefined {
  if (expected === actual) return undefined
  const found = slips.find(({ undo }) => undo(expected) === undo(actual))
  return found?.says
}

interface Slip {
  /** Takes this one difference away. */
  readonly undo: (value: string) => string
  readonly says: string
}

const slips: readonly Slip[] = [
  { undo: (value) => value.replace(/\/$/, ''), says: 'The two differ only by the slash at the end.' },
  { undo: (value) => value.replace(/^https?:/i, ''), says: 'The two differ only by http and https.' },
  { undo: (value) => value.toLowerCase(), says: 'The two differ only by capital letters.' },
  { undo: (value) => value.replace(/\s/g, ''), says: 'The two differ only by white space.' },
  {
    undo: (value) => value.replace(/^(https:\/\/[^/:]+):443(?=\/|$)|^(http:\/\/[^/:]+):80(?=\/|$)/, '$1$2'),
    says: 'The two differ only by the port that is meant anyway.',
  },
  { undo: (value) => value.replace(/^(https?:\/\/)www\./i, '$1'), says: 'The two differ only by “www.”.' },
  { undo: (value) => value.replace(/[?#][\s\S]*$/, ''), says: 'The two differ only behind the question mark.' },
  {
    undo: (value) => value.replace(/^https?:\/\/[^/]+/i, ''),
    says: 'The two differ only by the host: one of them may be a test system.',
  },
  {
    undo: (value) => value.replace(/[\u200b-\u200d\u2060\ufeff]/g, ''),
    says: 'The two differ only by invisible characters.',
  },
]
