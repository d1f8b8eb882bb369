import { readFile, rename } from 'node:fs/promises'
import type { z } from 'zod'

/** What a file turned out to be. `setAside` is where a damaged one is now. */
export type ReadDocument<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly setAside: string; readonly cause: unknown }

/**
 * Reads a JSON file that must be as `schema` says. One that is torn, or was changed by hand into something else, is
 * renamed and kept, so that nothing is written over it.
 */
export async function readDocument<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  now: Date,
): Promise<ReadDocument<z.output<Schema>>> {
  try {
    return { kind: 'read', value: schema.parse(JSON.parse(await readFile(path, 'utf8'))) }
  } catch (cause) {
    if (isMissing(cause)) return { kind: 'missing' }
    return { kind: 'damaged', setAside: await setAside(path, now), cause }
  }
}

/** @returns the new path, or the old one where the file cannot be moved */
export async function setAside(path: string, now: Date): Promise<string> {
  const aside = asideName(path, now)
  try {
    await rename(path, aside)
    return aside
  } catch {
    return path
  }
}

export const asideName = (path: string, now: Date): string =>
  `${path}.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}`

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
