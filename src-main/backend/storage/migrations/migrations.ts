import type { Migration } from 'kysely'
import * as firstForm from './0001-first-form.ts'

/** In order of their names. A released one is never changed: add another. */
export const migrations: Record<string, Migration> = {
  '0001-first-form': firstForm,
}
