import type { Side } from '#shared/model/side-comparison.ts'

/** A value under the name it has in its document; `sealed` where it is encrypted and was not opened. */
export interface Said {
  readonly name: string
  readonly value: { readonly text: string } | 'sealed'
}

/** What a document says, or why it says nothing at all. */
export type Read<Says> = { readonly says: Says } | { readonly absence: NonNullable<Side['absence']> }

export const unread = <Says>(read: Read<Says>): read is Exclude<Read<Says>, { readonly says: Says }> =>
  'absence' in read

/** Where there is such a value. */
export const said = (name: string, text: string | undefined): Said[] =>
  text === undefined ? [] : [{ name, value: { text } }]

/** The same value under the same name once. */
export function distinct(all: readonly Said[]): Said[] {
  const seen = new Set<string>()
  return all.filter(({ name, value }) => {
    const key = JSON.stringify([name, value])
    return !seen.has(key) && seen.add(key)
  })
}
