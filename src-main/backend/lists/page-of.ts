import { z } from 'zod'
import { Refused } from '../refusals/refused.ts'
import type { Page } from '../storage/page.ts'

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
}

const Cursor = z.tuple([z.string().max(40), z.string().max(60)])

/**
 * One page of a list: one more is read than is asked for, which tells whether there is another page.
 * @param keyOf what the list is ordered by
 * @throws {Refused} `request.cursor`
 */
export async function pageOf<Row>(
  { limit, cursor }: Asked,
  read: (page: Page) => Promise<readonly Row[]>,
  keyOf: (row: Row) => readonly [string, string],
): Promise<{ rows: Row[]; next: { nextCursor?: string } }> {
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const found = await read({ after, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const more = found.length > limit && last !== undefined
  return { rows, next: more ? { nextCursor: writeCursor(keyOf(last)) } : {} }
}

const writeCursor = (key: readonly [string, string]) => Buffer.from(JSON.stringify(key), 'utf8').toString('base64url')

function readCursor(cursor: string): [string, string] {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new Refused('request.cursor', { field: 'cursor' }, { cause })
  }
}

export const byCreation = ({ createdAt, id }: { readonly createdAt: string; readonly id: string }) =>
  [createdAt, id] as const
