/** C0, DEL, C1, the line and paragraph separators, and what turns the reading direction around. */
const controls = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu

/**
 * The same as JSON has it, with no character in any text that could end a line of a log or rewrite what a reader sees
 * (ASVS 7.3.1).
 */
export function withoutControls(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(controls, ' ')
  if (Array.isArray(value)) return value.map(withoutControls)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries.map(([name, member]) => [withoutControls(name), withoutControls(member)]))
}
