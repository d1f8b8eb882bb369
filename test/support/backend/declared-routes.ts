import { readdir } from 'node:fs/promises'
import { ADMIN_API, type Route } from '#shared/http-api/route.ts'

/** Every route of the admin API that is declared anywhere, by the name of its declaration. */
export async function declaredRoutes(): Promise<Map<string, Route>> {
  const folder = new URL('../../../src-shared/http-api/', import.meta.url)
  const found = new Map<string, Route>()
  for (const file of await readdir(folder)) {
    const exported: Record<string, unknown> = await import(new URL(file, folder).href)
    for (const [name, value] of Object.entries(exported)) if (isRoute(value)) found.set(name, value)
  }
  return found
}

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'path' in value && String(value.path).startsWith(ADMIN_API)
