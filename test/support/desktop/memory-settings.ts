import type { Settings } from '#main/desktop/storage/settings.ts'

/** Settings that last as long as the test. */
export function memorySettings(): Settings {
  const values = new Map<string, unknown>()
  return {
    get: (key) => values.get(key) as never,
    set: (key, value) => void values.set(key, value),
  }
}
